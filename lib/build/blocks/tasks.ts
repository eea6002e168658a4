import type { JsonObject } from '../../language/document';
import type { LegalIn } from '../../language/wire';
import { type FlowRef, readFlow, readView, type ViewRef } from '../handles';
import { onError, onErrorType, onResult, plan, shows, step } from '../place-step';
import type { Reference } from '../reference';
import type { Branch, OnError, Step } from '../step';
import type { Value, Values } from '../value';

interface TaskOptions<T extends LegalIn<'CreateTask'>> extends OnError<T> {
  readonly name: Value;
  /** The inbound flow that the task runs. */
  readonly flow: FlowRef<'CONTACT_FLOW'>;
  readonly description?: Value;
  readonly attributes?: Values;
  readonly references?: JsonObject;
  readonly templateId?: string;
  /** Not together with `at`. */
  readonly delaySeconds?: number | Reference;
  readonly at?: Value;
}

/** Creates a task, a contact of its own that runs its own flow; this flow goes on at once. */
export const createTask = <T extends LegalIn<'CreateTask'>>(options: TaskOptions<T>): Step<T> => {
  const flow = readFlow(options.flow);
  const given = {
    ContactFlowId: flow.arn,
    Attributes: options.attributes,
    Name: options.name,
    Description: options.description,
    References: options.references,
    DelaySeconds: options.delaySeconds,
    ScheduledTime: options.at,
    TaskTemplateId: options.templateId,
  };
  const words = String(options.name);
  const metadata = shows('ContactFlowId', flow);
  const action = plan('CreateTask', given, { block: 'Create task', words, ways: [onError(options)], metadata });
  return step(createTask, [action], [flow]);
};

interface Waiting<T extends LegalIn<'Wait'>> extends OnError<T> {
  /** A chat customer came back. */
  readonly customerReturned?: Branch<T>;
}

interface WithBot<T extends LegalIn<'Wait'>> extends Waiting<T> {
  /** The bot has left the chat. */
  readonly botDisconnected: Branch<T>;
  /** There is no bot in the chat. */
  readonly noBot: Branch<T>;
}

interface WithoutBot<T extends LegalIn<'Wait'>> extends Waiting<T> {
  readonly botDisconnected?: never;
  readonly noBot?: never;
}

type WaitBranches<T extends LegalIn<'Wait'>> = WithBot<T> | WithoutBot<T>;

/** Waits up to seven days, or until one of the branches' events; then it goes on. Not for calls. */
export const wait = <T extends LegalIn<'Wait'>>(
  seconds: number | Reference,
  branches: WaitBranches<T> = {},
): Step<T> => {
  const { customerReturned, botDisconnected, noBot } = branches;
  const events = [
    ...(customerReturned ? ['CustomerReturned'] : []),
    ...(botDisconnected ? ['BotParticipantDisconnected'] : []),
  ];
  const action = plan(
    'Wait',
    { TimeLimitSeconds: seconds, Events: events.length > 0 ? events : undefined },
    {
      words: typeof seconds === 'number' ? `${seconds} seconds` : '',
      ways: [
        onResult('WaitCompleted', undefined, 'completed'),
        customerReturned ? onResult('CustomerReturned', customerReturned, 'customer returned') : [],
        botDisconnected ? onResult('BotParticipantDisconnected', botDisconnected, 'bot disconnected') : [],
        onErrorType('no bot', 'ParticipantNotFound', noBot),
        onError(branches),
      ],
      next: { copyOf: 'NoMatchingError' },
    },
  );
  return step(wait, [action]);
};

interface ViewOptions {
  /** 400 unless said otherwise. */
  readonly timeLimitSeconds?: number;
  /** The version of a view that AWS manages, `Latest` or a number; one's own have it in their ARN. */
  readonly version?: string;
  /** What the view shows; values may be references. */
  readonly data?: { readonly [key: string]: unknown };
  /** Keeps the answer out of the transcript. */
  readonly isSensitive?: boolean;
}

interface ViewBranches<T extends LegalIn<'ShowView'>> extends OnError<T> {
  /** By the action of the view, as it spells it. */
  readonly actions?: { readonly [action: string]: Branch<T> };
  readonly otherwise: Branch<T>;
  readonly timeout: Branch<T>;
}

/** Shows a view to an agent (a guide) or a chat customer and branches on what they chose. */
export const showView = <T extends LegalIn<'ShowView'>>(
  view: ViewRef,
  branches: ViewBranches<T>,
  options: ViewOptions = {},
): Step<T> => {
  const handle = readView(view);
  const given = {
    ViewResource: { Id: handle.arn, Version: options.version },
    InvocationTimeLimitSeconds: options.timeLimitSeconds ?? 400,
    ViewData: options.data,
    SensitiveDataConfiguration: options.isSensitive ? { HideResponseOn: ['TRANSCRIPT'] } : undefined,
  };
  const action = plan('ShowView', given, {
    block: 'Show view',
    words: handle.name,
    ways: [
      ...Object.entries(branches.actions ?? {}).map(([name, to]) => onResult(name, to)),
      onErrorType('otherwise', 'NoMatchingCondition', branches.otherwise),
      onErrorType('timeout', 'TimeLimitExceeded', branches.timeout),
      onError(branches),
    ],
    next: { copyOf: 'NoMatchingError' },
  });
  return step(showView, [action], [handle]);
};
