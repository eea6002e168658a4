import type { CallFilter, Fault } from '../../lib/cloud';
import type { Assembly } from './assembly';
import { type DeployedCentre, newDeployment } from './deployed-centre';

/** What happens to a centre, in order; the failing update comes before one that works, so that both change the same. */
export const PHASES = ['create', 'failing update', 'update', 'delete'] as const;
export type Phase = (typeof PHASES)[number];

const RUNS: Readonly<Record<Phase, (centre: DeployedCentre) => Promise<string>>> = {
  create: ({ deploy }) => deploy('first'),
  'failing update': ({ deploy }) => deploy('broken'),
  update: ({ deploy }) => deploy('changed'),
  delete: (centre) => centre.delete(),
};

/** How a phase ends where nothing goes wrong. */
const ENDS: Readonly<Record<Phase, string>> = {
  create: 'CREATE_COMPLETE',
  'failing update': 'UPDATE_ROLLBACK_COMPLETE',
  update: 'UPDATE_COMPLETE',
  delete: 'gone',
};

/** Calls that handlers of custom resources make, of whatever service. */
const BY_HANDLERS: CallFilter = { by: 'function' };

/** What is found after each phase. */
type Found<T> = Readonly<Record<Phase, T>>;

/** A life in which nothing goes wrong. */
export interface Reference {
  readonly empty: string;
  readonly states: Found<string>;
  /** How many calls handlers make in each phase. */
  readonly calls: Found<number>;
  /** The contents of all flows after the creation, whatever their ids. */
  readonly contents: string;
}

/** A phase, and the call of a handler that goes wrong in it, from 1, where there is one. */
export interface Step {
  readonly phase: Phase;
  readonly nth?: number;
}

export interface PlannedLife {
  readonly fault: Fault;
  /** How many calls in a row go wrong. */
  readonly times: number;
  readonly steps: readonly Step[];
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** What CloudFormation puts after the names that it makes up. */
const MADE_UP = /-[A-Za-z0-9]{12}(?=")/g;

/** Ids as numbers, in the order in which they are named. */
const withoutIds = (text: string): string => {
  const known = new Map<string, number>();
  const numbered = text.replace(UUID, (id) => {
    known.set(id, known.get(id) ?? known.size + 1);
    return `#${known.get(id)}`;
  });
  return numbered.replace(MADE_UP, '');
};

/** The contents of all flows of an instance by name, without the ids that a deployment gave. */
const contentsOf = async ({ cloud, instanceArn: InstanceId }: DeployedCentre): Promise<string> => {
  const { ContactFlowSummaryList = [] } = await cloud.connect('ListContactFlows', { InstanceId });
  const contents: string[] = [];
  for (const { Id = '', Name = '' } of ContactFlowSummaryList) {
    const { ContactFlow } = await cloud.connect('DescribeContactFlow', { InstanceId, ContactFlowId: Id });
    contents.push(`${Name}\n${ContactFlow?.Content}`);
  }
  return withoutIds(contents.join('\n\n'));
};

/** Lives once without any fault, and keeps what is found. */
export const undisturbed = async (assembly: Assembly): Promise<Reference> => {
  const centre = await newDeployment(assembly);
  const { cloud } = centre;
  try {
    const empty = cloud.state();
    const [states, calls] = [{} as Record<Phase, string>, {} as Record<Phase, number>];
    let contents = '';
    for (const phase of PHASES) {
      cloud.faults.reset();
      expect([phase, await RUNS[phase](centre)]).toEqual([phase, ENDS[phase]]);
      states[phase] = cloud.state();
      calls[phase] = cloud.faults.count(BY_HANDLERS);
      if (phase === 'create') contents = await contentsOf(centre);
    }
    return { empty, states, calls, contents };
  } finally {
    await cloud.stop();
  }
};

/** What is there after a phase that was taken back. */
const stateBefore = ({ empty, states }: Reference, phase: Phase): string =>
  phase === 'create' ? empty : phase === 'delete' ? states.update : states.create;

/** A creation that was taken back: nothing is left, and the next one makes everything; its ids are others. */
const createAgain = async (centre: DeployedCentre, { empty, contents }: Reference): Promise<void> => {
  const { cloud } = centre;
  expect(cloud.state()).toBe(empty);
  await centre.delete();
  expect(await RUNS.create(centre)).toBe(ENDS.create);
  expect(await contentsOf(centre)).toBe(contents);
  expect(await centre.delete()).toBe('gone');
  expect(cloud.state()).toBe(empty);
};

/** What people do with a stack that did not get where it should; gives where it is then. */
const mend = async (centre: DeployedCentre, phase: Phase, status: string, reference: Reference): Promise<string> => {
  if (status === 'UPDATE_ROLLBACK_FAILED') return centre.continueRollback();
  if (phase === 'update') expect(centre.cloud.state()).toBe(stateBefore(reference, phase));
  return RUNS[phase](centre);
};

/** Gives how a phase ended at the first go; where that was not how it should, it is mended, and then as if it had been. */
const livePhase = async (
  centre: DeployedCentre,
  { phase, nth }: Step,
  { fault, times }: PlannedLife,
  reference: Reference,
): Promise<string> => {
  const { faults } = centre.cloud;
  faults.reset();
  if (nth !== undefined) faults.inject({ fault, nth, times, among: BY_HANDLERS });
  const status = await RUNS[phase](centre);
  const about = `${fault} x ${times}, call ${nth} of ${phase}`;
  expect([about, faults.areSpent]).toEqual([about, true]);
  if (phase === 'create' && status !== ENDS.create) return status;
  const end = status === ENDS[phase] ? status : await mend(centre, phase, status, reference);
  expect([about, end]).toEqual([about, ENDS[phase]]);
  expect([about, centre.cloud.state() === reference.states[phase]]).toEqual([about, true]);
  return status;
};

/**
 * Lives with a call of each phase going wrong: after each, everything is as if nothing had. Gives how many phases did not get
 * where they should without help. Where the creation did not, the rest is tried in another life.
 */
export const liveThrough = async (assembly: Assembly, life: PlannedLife, reference: Reference): Promise<number> => {
  const centre = await newDeployment(assembly);
  let failures = 0;
  try {
    for (const step of life.steps) {
      const status = await livePhase(centre, step, life, reference);
      if (status !== ENDS[step.phase]) failures++;
      if (!status.startsWith('ROLLBACK')) continue;
      await createAgain(centre, reference);
      const steps = [{ phase: 'create' } as const, ...life.steps.slice(1)];
      return failures + (await liveThrough(assembly, { ...life, steps }, reference));
    }
    return failures;
  } finally {
    await centre.cloud.stop();
  }
};
