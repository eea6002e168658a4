interface Version {
  readonly Key: string;
  readonly VersionId: string;
  readonly body: string | undefined;
}

type Input = Readonly<Record<string, string>>;

const s3Error = (name: string): Error => Object.assign(new Error(`${name}.`), { name });

/** A bucket that keeps versions; nothing is gone before its versions are. */
export class S3InMemory {
  readonly versions: Version[] = [];
  interfere: (name: string, when: 'before' | 'after') => void = () => undefined;
  private made = 0;

  /** What is there, by key. */
  get objects(): ReadonlyMap<string, string> {
    const latest = new Map(this.versions.map(({ Key, body }) => [Key, body]));
    return new Map([...latest].flatMap(([key, body]) => (body === undefined ? [] : [[key, body] as const])));
  }

  // biome-ignore lint/suspicious/noExplicitAny: the client's `send` is overloaded for a hundred commands.
  readonly send = async (command: any): Promise<any> => {
    const { name } = (command as object).constructor;
    this.interfere(name, 'before');
    const output = this.carryOut(name, command.input);
    this.interfere(name, 'after');
    return output;
  };

  private carryOut(name: string, input: Input): object {
    const { Key = '', Prefix = '' } = input;
    switch (name) {
      case 'PutObjectCommand':
        if (input.IfNoneMatch === '*' && this.objects.has(Key)) throw s3Error('PreconditionFailed');
        this.made += 1;
        this.versions.push({ Key, VersionId: `v${this.made}`, body: input.Body });
        return {};
      case 'GetObjectCommand': {
        const body = this.objects.get(Key);
        if (body === undefined) throw s3Error('NoSuchKey');
        return { Body: { transformToString: async () => body } };
      }
      case 'ListObjectVersionsCommand':
        return this.list(Prefix, input.VersionIdMarker);
      case 'DeleteObjectsCommand': {
        const { Objects } = input.Delete as unknown as { readonly Objects: readonly Version[] };
        for (const { Key: key, VersionId: id } of Objects) {
          const at = this.versions.findIndex((each) => each.Key === key && each.VersionId === id);
          if (at >= 0) this.versions.splice(at, 1);
        }
        return {};
      }
      default:
        throw new Error(`This S3 knows no ${name}.`);
    }
  }

  /** One version on a page. */
  private list(prefix: string, after: string | undefined): object {
    const all = this.versions.filter(({ Key }) => Key.startsWith(prefix));
    const start = after === undefined ? 0 : all.findIndex(({ VersionId }) => VersionId === after) + 1;
    const [found] = all.slice(start, start + 1);
    const isTruncated = start + 1 < all.length;
    return {
      Versions: found === undefined ? [] : [found],
      IsTruncated: isTruncated,
      ...(isTruncated && { NextKeyMarker: found?.Key, NextVersionIdMarker: found?.VersionId }),
    };
  }
}
