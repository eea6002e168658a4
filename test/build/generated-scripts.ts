import * as fc from 'fast-check';
import {
  again,
  type Branch,
  checkHours,
  checkStaffing,
  compare,
  contains,
  createCallback,
  disconnect,
  distribute,
  invoke,
  loop,
  menu,
  playPrompt,
  type Script,
  type Step,
  setAttributes,
  setCallbackNumber,
  setPriority,
  setWhispers,
  share,
  storeInput,
  transferToFlow,
  transferToPhoneNumber,
  transferToQueue,
} from '../../lib/build';

type Inbound = 'CONTACT_FLOW';

/** A script as data, so that a step can be put into it anywhere. */
export interface Sketch {
  readonly steps: readonly StepSketch[];
  readonly ends: boolean;
}

type StepSketch =
  | { readonly kind: 'say'; readonly words: string }
  | { readonly kind: 'plain'; readonly make: () => Step<Inbound> }
  | {
      readonly kind: 'branches';
      readonly make: (...to: Branch<Inbound>[]) => Step<Inbound>;
      readonly to: readonly Way[];
    };

type Way =
  | { readonly kind: 'script'; readonly script: Sketch }
  | { readonly kind: 'shared' }
  | { readonly kind: 'again' };

/** An ending script that every flow may use anywhere. */
const shared: Script<Inbound> = [playPrompt('Shared goodbye.'), disconnect()];

export const onError: Script<Inbound> = [playPrompt('Sorry.'), disconnect()];

const branchOf = (way: Way): Branch<Inbound> => {
  if (way.kind === 'shared') return shared;
  return way.kind === 'again'
    ? again({ times: 2, first: [playPrompt('Again.')], finally: shared })
    : scriptOf(way.script);
};

const stepOf = (sketch: StepSketch): Step<Inbound> => {
  if (sketch.kind === 'say') return playPrompt(sketch.words);
  return sketch.kind === 'plain' ? sketch.make() : sketch.make(...sketch.to.map(branchOf));
};

export const scriptOf = ({ steps, ends }: Sketch): Script<Inbound> =>
  ends ? [...steps.map(stepOf), disconnect()] : steps.map(stepOf);

/** The sketch with a step put into the n-th place that it offers, counted through all branches. */
export const withStep = (sketch: Sketch, step: StepSketch, place: number): Sketch => {
  let left = place % countPlaces(sketch);
  const visit = ({ steps, ends }: Sketch): Sketch => {
    const placed: StepSketch[] = [];
    for (const entry of steps) {
      if (left-- === 0) placed.push(step);
      placed.push(entry.kind === 'branches' ? { ...entry, to: entry.to.map(visitWay) } : entry);
    }
    if (left-- === 0) placed.push(step);
    return { steps: placed, ends };
  };
  const visitWay = (way: Way): Way => (way.kind === 'script' ? { ...way, script: visit(way.script) } : way);
  return visit(sketch);
};

const countPlaces = ({ steps }: Sketch): number =>
  steps.reduce((sum, step) => sum + 1 + (step.kind === 'branches' ? countWays(step.to) : 0), 1);

const countWays = (ways: readonly Way[]): number =>
  ways.reduce((sum, way) => sum + (way.kind === 'script' ? countPlaces(way.script) : 0), 0);

/** How CDK writes a value that is only known at deployment. */
const TOKEN = ['$', '{Token[TOKEN.12]}'].join('');

const words = fc.oneof(
  fc.constantFrom('Hello.', 'One moment, please.', 'Hello $.Attributes.name', '<b>50% (off); [now] {x}</b>'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  fc.constantFrom('__proto__', 'constructor toString', TOKEN, '🎺'.repeat(40)),
);

const say: fc.Arbitrary<StepSketch> = words.map((text) => ({ kind: 'say', words: text }));

const plain: fc.Arbitrary<StepSketch> = fc
  .constantFrom<() => Step<Inbound>>(
    () => invoke('arn:aws:lambda:us-east-1:123456789012:function:f'),
    () => setAttributes(JSON.parse('{"__proto__": "a", "constructor": "b", "tier": "c"}')),
    () => setWhispers({ agent: 'arn:agent', customer: 'arn:customer' }),
    () => setPriority(1),
    () => createCallback({ onError: [] }),
    () => storeInput('Number?', { maximumLength: 4 }),
    () => transferToPhoneNumber('+15555550100', { resume: { callFailed: [], notAnswered: shared } }),
  )
  .map((make) => ({ kind: 'plain', make }));

/** Each has a branch that goes on, so that what comes after it is reached. */
const MAKERS: readonly (readonly [number, (...to: Branch<Inbound>[]) => Step<Inbound>])[] = [
  [3, (a = [], b = [], c = []) => menu('Press a key.', { 1: a, '#': b, timeout: c, noMatch: [] })],
  [2, (a = [], b = []) => checkHours('hours', { open: a, closed: [], onError: b })],
  [2, (a = [], b = []) => compare('$.Attributes.a', [contains('x', a), contains('y', b)], [])],
  [1, (a = []) => checkStaffing({ agents: 'available' }, { some: [], none: a })],
  [2, (a = [], b = []) => distribute([share(10, a), share(20, b)], [])],
  [1, (a = []) => transferToQueue('queue', { atCapacity: a, onError: [playPrompt('Full.')] })],
  [0, () => transferToFlow('flow', { onError: [] })],
  [2, (a = [], b = []) => setCallbackNumber('$.Attributes.n', { invalidNumber: a, notDialable: b })],
  [1, (a = []) => loop(2, asScript(a))],
];

const asScript = (branch: Branch<Inbound>): Script<Inbound> => (Array.isArray(branch) ? branch : []);

const branches = (way: fc.Arbitrary<Way>): fc.Arbitrary<StepSketch> =>
  fc
    .constantFrom(...MAKERS)
    .chain(([count, make]) =>
      fc.array(way, { minLength: count, maxLength: count }).map((to) => ({ kind: 'branches', to, make })),
    );

export const sketches: fc.Arbitrary<Sketch> = fc.letrec<{ script: Sketch; step: StepSketch; way: Way }>((tie) => ({
  script: fc.record({
    steps: fc.array(tie('step'), { maxLength: 6, depthIdentifier: 'script', size: 'large' }),
    ends: fc.boolean(),
  }),
  step: fc.oneof(
    { depthIdentifier: 'script', depthSize: 'large', maxDepth: 5, withCrossShrink: true },
    say,
    plain,
    branches(tie('way')),
  ),
  way: fc.oneof(
    { depthIdentifier: 'script', depthSize: 'large', maxDepth: 5 },
    fc.constantFrom<Way>({ kind: 'shared' }, { kind: 'again' }),
    fc.record({ kind: fc.constant('script' as const), script: tie('script') }),
  ),
})).script;
