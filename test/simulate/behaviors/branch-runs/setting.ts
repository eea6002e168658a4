import { ACTIONS, type ActionSpec, formOf, type JsonObject } from '../../../../lib/language';
import { type SimulateOptions, simulate, type World } from '../../../../lib/simulate';
import {
  agentArn,
  flow,
  flowArn,
  hangUp,
  INSTANCE,
  promptArn,
  type Script,
  say,
  setHook,
  setQueue,
  step,
  toQueue,
} from '../../script';
import { ANA, BEN, lambda, play, queue, smallCentre } from '../../world';

export type Type = keyof typeof ACTIONS;
export type Caller = Parameters<typeof play>[1];

export type Runs = Readonly<Partial<Record<Type, readonly Run[]>>>;

export interface Setting {
  readonly caller?: Caller;
  readonly world?: Partial<World>;
  readonly before?: Script;
  /** Operands of conditions, all with `Equals` unless another operator is given. */
  readonly operands?: readonly string[];
  readonly operator?: string;
}

type Collect = NonNullable<SimulateOptions['onStep']>;
export type Run = (onStep: Collect) => Promise<unknown>;

/** The action with a branch for every error that its form knows, and for the operands given. */
const acting = (type: Type, parameters: JsonObject, { operands = [], operator = 'Equals' }: Setting = {}) => {
  const spec: ActionSpec = ACTIONS[type];
  const { required, optional = [] } = formOf(spec, parameters).errors;
  return step(type, parameters, {
    when: operands.map((operand) => [operator, operand, [hangUp()]] as const),
    errors: Object.fromEntries([...required, ...optional].map((error) => [error, [hangUp()]])),
  });
};

export const once =
  (type: Type, parameters: JsonObject = {}, setting: Setting = {}): Run =>
  (onStep) =>
    play([...(setting.before ?? []), acting(type, parameters, setting), hangUp()], setting.caller, setting.world, {
      onStep,
    });

export const presses = (...keys: string[]): Caller => ({ customer: { presses: keys } });
export const chat = (...says: string[]): Caller => ({ channel: 'CHAT', customer: { says } });
export const TASK: Caller = { channel: 'TASK' };
export const EMAIL: Caller = { channel: 'EMAIL' };

/** In a customer queue flow. */
export const queued =
  (type: Type, parameters: JsonObject, setting: Setting = {}): Run =>
  (onStep) => {
    const waiting = flow('Waiting', 'CUSTOMER_QUEUE', [acting(type, parameters, setting), say('Still waiting.')]);
    const script = [setHook('CustomerQueue', 'Waiting'), setQueue('Sales'), toQueue()];
    return play(script, setting.caller, { flows: [waiting], ...setting.world }, { onStep });
  };

/** In the flow of an agent quick connect. */
export const transferring =
  (type: Type, parameters: JsonObject = {}): Run =>
  (onStep) => {
    const quickConnect = {
      arn: `${INSTANCE}/transfer-destination/ben`,
      name: 'Ben',
      kind: 'USER',
      target: agentArn('ben'),
      flow: flowArn('Transfer'),
    } as const;
    return play(
      [setQueue('Sales'), toQueue()],
      { agents: [ANA, BEN], moves: [{ does: 'transfers', to: 'Ben' }] },
      { flows: [flow('Transfer', 'AGENT_TRANSFER', [acting(type, parameters)])], quickConnects: [quickConnect] },
      { onStep },
    );
  };

export const outbound: Run = (onStep) => {
  const whisper = flow('Dial', 'OUTBOUND_WHISPER', [step('CompleteOutboundCall')]);
  const queues = [queue('Sales', { outboundWhisperFlow: whisper.arn })];
  const start = { method: 'OUTBOUND', agent: 'ana', queue: 'Sales' } as const;
  return simulate(smallCentre({ flows: [whisper], queues }), { start, agents: [ANA] }, { onStep });
};

/** The task is paused while its flow runs. */
export const paused: Run = (onStep) =>
  play(
    [setHook('PauseContact', 'Paused'), setQueue('Sales'), toQueue()],
    { ...TASK, agents: [ANA], moves: [{ does: 'pauses' }] },
    { flows: [flow('Paused', 'CONTACT_FLOW', [acting('ResumeContact', {}), hangUp()])] },
    { onStep },
  );

/** Why an action fails that a fault of the world strikes. */
export const FAULT = 'as this test wants it';

export const fault = (error: NonNullable<World['faults']>[number]['error'], type: Type): Partial<World> => ({
  faults: [{ error, action: type, because: FAULT }],
});
export const noPrompt = { PromptId: promptArn('Gone') };
export const big = 'x'.repeat(33 * 1024);
export const called = (invoke: () => unknown): Partial<World> => ({ functions: [lambda('Look up', invoke)] });
