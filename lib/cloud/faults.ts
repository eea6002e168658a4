/** Who makes a call: a program outside, a Lambda function, or CloudFormation when it makes a resource. */
export type Caller = 'client' | 'function' | 'cloudformation';

/** A call of an API, as the cloud saw it. */
export interface CloudCall {
  /** As credentials name it: `connect`, `s3`, `lambda`, `cloudformation`, `ssm` … */
  readonly service: string;
  readonly operation: string;
  readonly by: Caller;
}

/**
 * What can go wrong with a call.
 *
 * - `throttled`: refused as one too many, without effect; clients try again
 * - `failed`: answered with an error of the service, without effect; clients try again
 * - `refused`: answered with an error that no client tries again
 * - `unanswered`: it takes effect, and the connection breaks before the answer
 * - `killed`: it takes effect, and the function that makes it is killed; for others the same as `unanswered`
 */
export type Fault = 'throttled' | 'failed' | 'refused' | 'unanswered' | 'killed';

/** Calls of one kind; what is not said does not matter. */
export type CallFilter = Partial<CloudCall>;

export interface PlannedFault {
  readonly fault: Fault;
  /** Which call of the kind, from 1, counted from now on. */
  readonly nth: number;
  /** @default every call */
  readonly among?: CallFilter;
  /** How many calls in a row go wrong. @default 1 */
  readonly times?: number;
}

interface Countdown extends PlannedFault {
  seen: number;
}

const matches = (call: CloudCall, { service, operation, by }: CallFilter): boolean =>
  (service === undefined || service === call.service) &&
  (operation === undefined || operation === call.operation) &&
  (by === undefined || by === call.by);

/** Counts the calls of the cloud, and lets some of them go wrong. */
export class Faults {
  private counted: CloudCall[] = [];
  private planned: Countdown[] = [];

  /** Every call since the last `reset`, in order. */
  get calls(): readonly CloudCall[] {
    return this.counted;
  }

  count(among: CallFilter = {}): number {
    return this.counted.filter((call) => matches(call, among)).length;
  }

  /** Lets a call to come go wrong. */
  inject(planned: PlannedFault): void {
    this.planned.push({ ...planned, seen: 0 });
  }

  /** Forgets the calls, and what was planned and has not happened. */
  reset(): void {
    this.counted = [];
    this.planned = [];
  }

  /** Whether everything planned has happened. */
  get areSpent(): boolean {
    return this.planned.every(({ seen, nth, times = 1 }) => seen >= nth + times - 1);
  }

  /** Counts a call; gives what is to go wrong with it. */
  next(call: CloudCall): Fault | undefined {
    this.counted.push(call);
    let fault: Fault | undefined;
    for (const planned of this.planned) {
      if (!matches(call, planned.among ?? {})) continue;
      planned.seen += 1;
      const { seen, nth, times = 1 } = planned;
      if (seen >= nth && seen < nth + times) fault = planned.fault;
    }
    return fault;
  }
}
