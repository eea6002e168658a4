import type { Assumptions, FlowSource, Journey, Stage } from '../journey';
import type { FlowScope } from '../language';
import type { EntryPoint } from './centre';

/** Which contacts: by how they started. */
export type ContactName = Pick<Journey, 'method' | 'channel' | 'variant'>;

/** A contact on a way: which one, from 1 on. */
export interface ContactOnWay extends ContactName {
  readonly number: number;
}

/** A step on the way of a contact: an action and the way it is left, or something that happens. */
export type WitnessStep =
  | {
      readonly kind: 'action';
      readonly contact: ContactOnWay;
      /** Name of the flow or module. */
      readonly flow: string;
      /** Identifier. */
      readonly action: string;
      readonly type: string;
      /** `next`, `end`, an error type, or operator and operand, e.g. `Equals 1`. */
      readonly exit: string;
      /** The action fails, and leaves by its catch-all. */
      readonly fails: boolean;
      /** How many ways lead out of it. */
      readonly ways: number;
    }
  | {
      readonly kind: 'event';
      readonly contact: ContactOnWay;
      readonly what: string;
      /** The entry point, the quick connect, the flow or the party that is meant. */
      readonly about?: string;
    };

/** A way by which a contact comes to run a flow, with as few failing actions as can be, then as short as can be. */
export interface Witness {
  readonly steps: readonly WitnessStep[];
  /** False where it is not proven that contacts can go this way: it leads past something that is only known at run time. */
  readonly proven: boolean;
}

/** A flow that can run. */
export type FoundFlow =
  | {
      readonly kind: 'flow';
      readonly name: string;
      readonly arn: string;
      readonly type: FlowScope;
      /** A default flow whose content was replaced. */
      readonly isReplacedDefault: boolean;
    }
  /** Named outright, and not in the centre. */
  | { readonly kind: 'elsewhere'; readonly reference: string }
  /** Looked up while a flow runs. */
  | { readonly kind: 'unknown'; readonly reference: string }
  | { readonly kind: 'none' };

/** A flow that can run at a stage. */
export interface StageRun {
  readonly source: FlowSource;
  readonly flow: FoundFlow;
  /** As a clause. */
  readonly why: string;
  /** Another flow of the stage transfers to it. */
  readonly isTransferredTo: boolean;
  /** Only where the service fails to set a hook, although the flow that it names fits. */
  readonly takesOutage: boolean;
  /** Worked out when it is asked for. */
  readonly witness: () => Witness;
}

/** Everything that can run at a stage of some contacts. */
export interface StageAnalysis {
  readonly stage: Stage;
  readonly runs: readonly StageRun[];
}

/** Everything that can run on contacts of one kind. */
export interface ContactAnalysis extends ContactName {
  /** The stages that contacts can come to, in the order of the rulebook; hold flows last. */
  readonly stages: readonly StageAnalysis[];
}

/** Everything that can run on the contacts to which an entry point leads; the first are those that start there. */
export interface EntryAnalysis {
  readonly entryPoint: EntryPoint;
  readonly contacts: readonly ContactAnalysis[];
}

export interface Analysis {
  readonly entryPoints: readonly EntryAnalysis[];
  /** Every assumption that mattered, with the value that was used. */
  readonly assumptions: Partial<Assumptions>;
}
