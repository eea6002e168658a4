import { createHash } from 'node:crypto';

/**
 * Ids out of a seed. An id depends on what it is for and on how often that was asked for, never on what else happened: the
 * same deployment gives the same ids, in whatever order its calls arrive.
 */
export class Identifiers {
  private readonly asked = new Map<string, number>();

  constructor(private readonly seed: string) {}

  private digest(purpose: string): Buffer {
    const times = (this.asked.get(purpose) ?? 0) + 1;
    this.asked.set(purpose, times);
    return createHash('sha256').update(`${this.seed}\n${purpose}\n${times}`).digest();
  }

  /** A version 4 UUID. */
  uuid(...purpose: readonly string[]): string {
    const bytes = this.digest(purpose.join('/')).subarray(0, 16);
    bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  /** Letters and digits, as they stand at the end of the names that CloudFormation makes up. */
  letters(count: number, ...purpose: readonly string[]): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const bytes = this.digest(purpose.join('/'));
    return Array.from(
      { length: count },
      (_, i) => alphabet[(bytes[i % bytes.length] as number) % alphabet.length],
    ).join('');
  }
}
