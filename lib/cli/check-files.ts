import type { Channel, FlowScope } from '../language';
import type { CheckedFile, CheckReport } from '../report/check-report';
import { type Allowance, type CheckConfig, checkSet, type FlowInSet, type SetIssue, withConfig } from '../validate';
import { actionPlaces } from './action-places';
import { isForPeople } from './cli-error';
import { type FlowFile, readDescribedFlow } from './flow-file';

/** How files are to be checked. */
export interface CheckOptions {
  readonly type?: FlowScope;
  readonly channel?: Channel;
  /** The files are all flows of one instance, and are checked together. */
  readonly set: boolean;
  readonly config: CheckConfig;
}

interface UnreadableFile {
  readonly file: string;
  readonly unreadable: string;
}

type LoadedFile = FlowFile | UnreadableFile;
type FoundIssue = SetIssue & { readonly file: string };

const isFlow = (loaded: LoadedFile): loaded is FlowFile => !('unreadable' in loaded);

const load = (file: string, type: FlowScope | undefined): LoadedFile => {
  try {
    return readDescribedFlow(file, type);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    return { file, unreadable: error.message };
  }
};

const inSet = ({ file, document, name, type, arn }: FlowFile, channel: Channel | undefined): FlowInSet => ({
  name: name ?? file,
  nameIsGuessed: name === null,
  type,
  document,
  arn,
  file,
  channel,
});

const issuesOf = (flows: readonly FlowInSet[], { config, set }: CheckOptions): readonly FoundIssue[] => {
  const context = { ...config, whole: set };
  return checkSet(flows, context).map((issue) => ({ ...issue, file: flows[issue.index]?.file ?? '' }));
};

const checkedFile = (loaded: LoadedFile, issues: readonly FoundIssue[]): CheckedFile => {
  const { file } = loaded;
  if (!isFlow(loaded)) {
    return { file, name: null, type: null, typeIsGuessed: false, issues: [], unreadable: loaded.unreadable };
  }
  const { name, type, typeIsGuessed, text } = loaded;
  const places = issues.length === 0 ? undefined : actionPlaces(text);
  const placed = issues.map((issue) => ({ ...issue, place: places?.get(issue.action ?? '') }));
  return { file, name, type, typeIsGuessed, issues: placed, unreadable: null };
};

const grouped = (issues: readonly FoundIssue[]): ReadonlyMap<string, readonly FoundIssue[]> => {
  const byFile = new Map<string, FoundIssue[]>();
  for (const issue of issues) {
    const others = byFile.get(issue.file);
    if (others === undefined) byFile.set(issue.file, [issue]);
    else others.push(issue);
  }
  return byFile;
};

const guesses = (loaded: readonly LoadedFile[]): readonly string[] => {
  const guessed = loaded.filter((each) => isFlow(each) && each.typeIsGuessed);
  if (guessed.length === 0) return [];
  const which =
    guessed.length === 1
      ? `${guessed[0]?.file} does not say which type of flow it is`
      : `${guessed.length} files do not say which type of flow they are`;
  return [`${which}: taken as CONTACT_FLOW (see --type).`];
};

/** An allowance for a flow that was not looked at says nothing about itself. */
const unusedAllowances = (unused: readonly Allowance[], flows: readonly FlowInSet[]): readonly string[] =>
  unused
    .filter(({ flow }) => flow === undefined || flows.some(({ name, file }) => flow === name || flow === file))
    .map(({ rule, reason }) => `Nothing was found for the allowance of ${rule} (“${reason}”): it can go.`);

/** Loads files one after the other; what is checked by itself is checked at once. */
const checkInTurn = (files: readonly string[], options: CheckOptions, onProgress: (done: number) => void) => {
  const loaded: LoadedFile[] = [];
  const found: FoundIssue[] = [];
  for (const file of files) {
    onProgress(loaded.length);
    const each = load(file, options.type);
    loaded.push(each);
    if (!options.set && isFlow(each)) found.push(...issuesOf([inSet(each, options.channel)], options));
  }
  return { loaded, found };
};

/** Checks files, each by itself or all together; what is no flow is reported in its place. */
export const checkFiles = (
  files: readonly string[],
  options: CheckOptions,
  onProgress: (done: number) => void,
): CheckReport => {
  const { loaded, found } = checkInTurn(files, options, onProgress);
  const flows = loaded.filter(isFlow).map((flow) => inSet(flow, options.channel));
  const { issues, unused } = withConfig(options.set ? issuesOf(flows, options) : found, options.config);
  const byFile = grouped(issues);
  onProgress(files.length);
  return {
    files: loaded.map((each) => checkedFile(each, byFile.get(each.file) ?? [])),
    remarks: [...guesses(loaded), ...unusedAllowances(unused, flows)],
  };
};
