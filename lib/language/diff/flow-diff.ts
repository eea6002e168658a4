import type { Json } from '../document';

/** An action as people know it. */
export interface NamedAction {
  readonly identifier: string;
  readonly type: string;
  /** The identifier, or what the action says or names where the identifier is a UUID. */
  readonly name: string;
}

/** A value that differs; what is missing was, or is, not there. */
export interface ValueChange {
  /** E.g. `Messages[0].Text`. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** Where a branch leads. */
export interface BranchTarget {
  readonly identifier: string;
  readonly name: string;
  /** False where no action has this identifier. */
  readonly exists: boolean;
}

/** A way out that leads elsewhere, is new (no `before`), or is gone (no `after`). */
export interface BranchChange {
  readonly kind: 'next' | 'condition' | 'error';
  /** `next`, the error type, or the condition, e.g. `2` or `> 5`. */
  readonly branch: string;
  readonly before?: BranchTarget;
  readonly after?: BranchTarget;
}

/** What an action consists of, as far as it differs; for a new action that is all of it. */
export interface ActionContent {
  readonly parameters: readonly ValueChange[];
  readonly branches: readonly BranchChange[];
  /** Keys that the Flow language does not know. */
  readonly other: readonly ValueChange[];
}

export interface AddedAction extends ActionContent {
  readonly action: NamedAction;
}

export interface ChangedAction extends ActionContent {
  /** As it is now. */
  readonly action: NamedAction;
  readonly renamedFrom?: NamedAction;
  readonly type?: { readonly before: string; readonly after: string };
  /** Conditions in the order in which they are tried, where that order differs and matters. */
  readonly order?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** What differs between two flows. */
export interface FlowDiff {
  readonly different: boolean;
  readonly version?: { readonly before: string; readonly after: string };
  readonly start?: { readonly before: BranchTarget; readonly after: BranchTarget };
  readonly settings: readonly ValueChange[];
  /** Keys of the document that the Flow language does not know. */
  readonly other: readonly ValueChange[];
  /** In reading order. */
  readonly added: readonly AddedAction[];
  readonly removed: readonly NamedAction[];
  /** Every action with another identifier than before; those that also changed otherwise stand in `changed` too. */
  readonly renamed: readonly { readonly before: NamedAction; readonly after: NamedAction }[];
  readonly changed: readonly ChangedAction[];
  /** Empty unless asked for. */
  readonly layout: readonly ValueChange[];
}

export interface DiffOptions {
  /** Compare `Metadata` too, which only the designer reads. */
  readonly layout?: boolean;
}
