import type { FlowScope, TextPlace } from '../language';
import type { Issue, Severity } from '../validate';

/** An issue, and where in its file the action stands, where that is known. */
export type ReportedIssue = Issue & { readonly place?: TextPlace };

/** A file that was to be checked. */
export interface CheckedFile {
  readonly file: string;
  /** The name of the flow; null where nothing says it. */
  readonly name: string | null;
  /** Null for a file that is no flow. */
  readonly type: FlowScope | null;
  /** True where nothing says the type, so that it was taken as the most common one. */
  readonly typeIsGuessed: boolean;
  readonly issues: readonly ReportedIssue[];
  /** Why the file could not be checked; null where it was. */
  readonly unreadable: string | null;
}

/** What a check found. */
export interface CheckReport {
  readonly files: readonly CheckedFile[];
  /** What is to be said besides, a sentence each. */
  readonly remarks: readonly string[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export const countIssues = (issues: readonly Issue[]): SeverityCounts => {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of issues) counts[severity] += 1;
  return counts;
};

/** `1 error`, `2 errors` */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
