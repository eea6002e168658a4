/** How many calls of Connect's API are taken, as the service does it for an account and region. */
export interface RateLimit {
  readonly requestsPerSecond: number;
  readonly burst: number;
}

/** A bucket of tokens: it holds `burst` of them and fills up with time. */
export class RequestRate {
  private tokens: number;
  private last: number;

  constructor(
    private readonly limit: RateLimit,
    private readonly clock: () => Date,
  ) {
    this.tokens = limit.burst;
    this.last = clock().getTime();
  }

  /** Takes a token; false where there is none. */
  take(): boolean {
    const now = this.clock().getTime();
    const { requestsPerSecond, burst } = this.limit;
    this.tokens = Math.min(burst, this.tokens + ((now - this.last) / 1000) * requestsPerSecond);
    this.last = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
