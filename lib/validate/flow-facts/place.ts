import { pathTo } from '../described-values';

/** Where a value stands in an action; the path is put together only when somebody asks. */
export class Place {
  constructor(
    readonly parent: Place | undefined,
    readonly key: string | number,
  ) {}

  /** `Parameters.Messages[0].Text` */
  get path(): string {
    return this.below(undefined);
  }

  /** The path from some place above on, without that place. */
  below(above: Place | undefined): string {
    if (this.parent === above) return String(this.key);
    const before = this.parent?.below(above) ?? '';
    return typeof this.key === 'number' ? `${before}[${this.key}]` : pathTo(before, this.key);
  }
}

/** The parameters themselves. */
export const PARAMETERS = new Place(undefined, 'Parameters');
