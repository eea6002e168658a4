import { CONNECT_RESOURCES } from '../../../lib/runtime/connect-resources';
import { ConnectInMemory } from './connect-in-memory';
import { type Cloud, type Event, invoke, Killed } from './provider';
import { S3InMemory } from './s3-in-memory';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
const DEFAULT = 'Default agent whisper';

const whisper = (Text: string): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'Say',
    Actions: [
      { Identifier: 'Say', Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction: 'End' } },
      { Identifier: 'End', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  });

const [ORIGINAL, ONE, TWO, STUB] = ['$.Queue.Name', 'One.', 'Two.', 'A stub.'].map(whisper) as [
  string,
  string,
  string,
  string,
];

const named = (name: string) => Object.assign(new Error('No.'), { name });

/** What can become of one call, each with whether the call still has its effect, and whether all later calls fare alike. */
const FAULTS = {
  'is throttled': { when: 'before', error: () => named('ThrottlingException'), lasts: false },
  'fails on the other side': { when: 'before', error: () => named('InternalServiceException'), lasts: false },
  'is not allowed yet': { when: 'before', error: () => named('AccessDeniedException'), lasts: false },
  'times out after it took effect': { when: 'after', error: () => named('TimeoutError'), lasts: false },
  'is the last thing before the function ends': { when: 'before', error: () => new Killed(), lasts: false },
  'takes effect, and the function ends': { when: 'after', error: () => new Killed(), lasts: false },
  'is refused': { when: 'before', error: () => named('InvalidRequestException'), lasts: false },
  'is never answered, although it takes effect': { when: 'after', error: () => named('TimeoutError'), lasts: true },
  'and all later ones fail': { when: 'before', error: () => named('InternalServiceException'), lasts: true },
} as const;

type FaultName = keyof typeof FAULTS;

const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

/** Counts the calls to both services from now on, and lets one of them meet with a fault. */
const meet = (
  { connect, s3 }: Cloud,
  fault?: FaultName,
  number = 0,
): { readonly count: () => number; readonly heal: () => void } => {
  let calls = 0;
  const interfere = (_name: string, when: 'before' | 'after'): void => {
    if (when === 'before') calls += 1;
    if (fault === undefined) return;
    const { when: moment, error, lasts } = FAULTS[fault];
    if (when === moment && (calls === number || (lasts && calls > number))) throw error();
  };
  connect.interfere = interfere;
  s3.interfere = interfere;
  const heal = () => {
    connect.interfere = () => undefined;
    s3.interfere = () => undefined;
  };
  return { count: () => calls, heal };
};

type Request = Pick<Event, 'RequestType' | 'ResourceProperties' | 'OldResourceProperties' | 'ResourceType'>;

let requests = 0;

const send = (cloud: Cloud, request: Request, physicalId: string | undefined) => {
  requests += 1;
  return invoke(cloud, {
    RequestId: `r${requests}`,
    StackId: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/Centre/6c0e',
    LogicalResourceId: 'Resource',
    ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
    ...request,
  });
};

/**
 * What CloudFormation does with a resource: it asks for a step, and where that fails, without faults from then on, for what
 * leads back.
 */
const attempt = async (
  cloud: Cloud,
  step: Request,
  back: Request,
  physicalId: string | undefined,
  fault?: FaultName,
  number?: number,
) => {
  const { count, heal } = meet(cloud, fault, number);
  const { answer } = await send(cloud, step, physicalId);
  const calls = count();
  heal();
  if (answer.Status === 'SUCCESS') return { ok: true, id: answer.PhysicalResourceId, calls };
  const returned = await send(cloud, back, physicalId ?? answer.PhysicalResourceId);
  expect(returned.answer.Status).toBe('SUCCESS');
  return { ok: false, id: returned.answer.PhysicalResourceId, calls };
};

interface Scene {
  readonly title: string;
  readonly set: () => Promise<{ readonly cloud: Cloud; readonly id: string | undefined }>;
  readonly step: Request;
  readonly back: Request;
  /** The content of the flow after the step, and where it was led back. */
  readonly after: string;
  readonly before: string;
}

const onDefault = (Content: string) => ({ InstanceArn: INSTANCE, DefaultFlow: DEFAULT, Content, Bucket: 'originals' });

const ofDefault = (RequestType: Event['RequestType'], now: object, old?: object): Request => ({
  RequestType,
  ResourceType: CONNECT_RESOURCES.defaultFlow,
  ResourceProperties: now,
  ...(old && { OldResourceProperties: old }),
});

const newCloud = (name: string, content: string): Cloud => {
  const cloud = { connect: new ConnectInMemory(INSTANCE), s3: new S3InMemory() };
  cloud.connect.create(name, 'AGENT_WHISPER', content);
  return cloud;
};

const withDefault = async (...contents: readonly string[]) => {
  const cloud = newCloud(DEFAULT, ORIGINAL);
  let id: string | undefined;
  for (const [at, content] of contents.entries()) {
    const old = contents[at - 1];
    const request = ofDefault(
      at === 0 ? 'Create' : 'Update',
      onDefault(content),
      old === undefined ? undefined : onDefault(old),
    );
    ({ id } = await attempt(cloud, request, request, id));
  }
  return { cloud, id };
};

const flowArn = `${INSTANCE}/contact-flow/0f1e0000-bbbb-4ccc-8ddd-000000000001`;
const onFlow = (Content: string) => ({ FlowArn: flowArn, Name: 'Whisper', Content });
const ofFlow = (RequestType: Event['RequestType'], now: object, old?: object): Request => ({
  ...ofDefault(RequestType, now, old),
  ResourceType: CONNECT_RESOURCES.flowContent,
});

const SCENES: readonly Scene[] = [
  {
    title: 'a default flow is replaced',
    set: () => withDefault(),
    step: ofDefault('Create', onDefault(ONE)),
    back: ofDefault('Delete', onDefault(ONE)),
    after: ONE,
    before: ORIGINAL,
  },
  {
    title: 'a default flow is replaced once more',
    set: () => withDefault(ONE),
    step: ofDefault('Update', onDefault(TWO), onDefault(ONE)),
    back: ofDefault('Update', onDefault(ONE), onDefault(TWO)),
    after: TWO,
    before: ONE,
  },
  {
    title: 'a default flow gets its original back',
    set: () => withDefault(ONE, TWO),
    step: ofDefault('Delete', onDefault(TWO)),
    back: ofDefault('Delete', onDefault(TWO)),
    after: ORIGINAL,
    before: ORIGINAL,
  },
  {
    title: 'a flow that was created with a stub gets its content',
    set: async () => ({ cloud: newCloud('stub', STUB), id: undefined }),
    step: ofFlow('Create', onFlow(ONE)),
    back: ofFlow('Delete', onFlow(ONE)),
    after: ONE,
    before: STUB,
  },
  {
    title: 'a flow that was created with a stub gets other content',
    set: async () => ({ cloud: newCloud('Whisper', ONE), id: flowArn }),
    step: ofFlow('Update', onFlow(TWO), onFlow(ONE)),
    back: ofFlow('Update', onFlow(ONE), onFlow(TWO)),
    after: TWO,
    before: ONE,
  },
];

const contentIn = ({ connect }: Cloud): string | undefined => [...connect.flows.values()][0]?.content;

/** The original is kept exactly as long as something else stands in its place. */
const checkBucket = ({ s3, connect }: Cloud, title: string): void => {
  const originals = [...s3.objects.values()].map((text) => JSON.parse(text).content);
  const isReplaced = contentIn({ s3, connect }) !== ORIGINAL;
  if (title.includes('default')) expect(originals).toEqual(isReplaced ? [ORIGINAL] : []);
  else expect(s3.versions).toEqual([]);
};

let points = 0;

describe.each(SCENES)('When $title', ({ title, set, step, back, after, before }) => {
  test.each(FAULT_NAMES)('and a call %s, no content is lost', async (fault) => {
    const quiet = await set();
    const { calls } = await attempt(quiet.cloud, step, back, quiet.id);
    for (let number = 1; number <= calls; number++) {
      points += 1;
      const { cloud, id } = await set();
      const { ok } = await attempt(cloud, step, back, id, fault, number);
      const isFirst = step.RequestType === 'Create' && step.ResourceType === CONNECT_RESOURCES.flowContent;
      // A flow that was created along with its content is deleted along with it, whatever it holds.
      if (ok || !isFirst) expect([fault, number, contentIn(cloud)]).toEqual([fault, number, ok ? after : before]);
      checkBucket(cloud, title);
    }
  });
});

test('Faults that pass do not make a request fail', async () => {
  const passing = FAULT_NAMES.filter((name) => !FAULTS[name].lasts && name !== 'is refused');
  for (const scene of SCENES) {
    for (const fault of passing) {
      for (let number = 1; number <= 4; number++) {
        const { cloud, id } = await scene.set();
        const { ok } = await attempt(cloud, scene.step, scene.back, id, fault, number);
        expect([scene.title, fault, number, ok]).toEqual([scene.title, fault, number, true]);
      }
    }
  }
});

afterAll(() => {
  expect(points).toBeGreaterThan(150);
});
