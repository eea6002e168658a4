import type { FlowDocument, FlowScope, JsonObject, WireAction } from '../../lib/language';
import type { WorldFlow } from '../../lib/simulate';
import { flowArn, moduleArn } from '../simulate/script';

/** A way out of a block, and what comes then; `goesOn`: afterwards the flow goes on after the block, or starts it anew. */
export interface Branch {
  readonly on: string | readonly [operator: string, operand: string];
  readonly blocks: readonly Block[];
  readonly goesOn?: 'after' | 'again';
}

/** An action whose branches come together again. */
export interface Block {
  readonly type: string;
  readonly parameters?: JsonObject;
  readonly branches?: readonly Branch[];
  /** Nothing comes after it. */
  readonly ends?: true;
}

const END = 'end';

const ENDS: Readonly<Record<string, string>> = {
  MODULE: 'EndFlowModuleExecution',
  CONTACT_FLOW: 'DisconnectParticipant',
  AGENT_TRANSFER: 'DisconnectParticipant',
  QUEUE_TRANSFER: 'DisconnectParticipant',
};

class Writer {
  readonly actions: WireAction[] = [];
  private count = 0;

  /** Gives the identifier with which the blocks begin. */
  place(blocks: readonly Block[], after: string): string {
    return blocks.reduceRight((next, block) => this.write(block, next), after);
  }

  private write({ type, parameters = {}, branches = [], ends }: Block, next: string): string {
    const Identifier = `${type} ${++this.count}`;
    const target = ({ blocks, goesOn }: Branch): string =>
      this.place(blocks, goesOn === undefined ? END : goesOn === 'after' ? next : Identifier);
    const all = branches.map((branch) => ({ on: branch.on, NextAction: target(branch) }));
    const Transitions = ends
      ? {}
      : {
          NextAction: next,
          Conditions: all.flatMap(({ on, NextAction }) =>
            typeof on === 'string' ? [] : [{ NextAction, Condition: { Operator: on[0], Operands: [on[1]] } }],
          ),
          Errors: all.flatMap(({ on, NextAction }) => (typeof on === 'string' ? [{ ErrorType: on, NextAction }] : [])),
        };
    this.actions.push({ Identifier, Type: type, Parameters: parameters, Transitions });
    return Identifier;
  }
}

export const writtenFlow = (name: string, type: FlowScope, blocks: readonly Block[]): WorldFlow => {
  const writer = new Writer();
  const StartAction = writer.place(blocks, END);
  const end: WireAction = { Identifier: END, Type: ENDS[type] ?? 'EndFlowExecution', Parameters: {}, Transitions: {} };
  const document: FlowDocument = {
    Version: '2019-10-30',
    StartAction,
    Metadata: {},
    Actions: [...writer.actions, end],
  };
  return { arn: type === 'MODULE' ? moduleArn(name) : flowArn(name), name, type, document };
};

const failing = (blocks: readonly Block[] = [], goesOn?: Branch['goesOn']): Branch => ({
  on: 'NoMatchingError',
  blocks,
  goesOn,
});

/** What becomes of an action that fails: the flow goes on, or something else comes. */
type Failure = readonly Block[] | 'goes on';

const onError = (failure: Failure): readonly Branch[] => [
  failure === 'goes on' ? failing([], 'after') : failing(failure),
];

export const say = (text: string, failure: Failure = 'goes on'): Block => ({
  type: 'MessageParticipant',
  parameters: { Text: text },
  branches: onError(failure),
});

export const setHook = (hook: string, flow: string, failure: Failure = 'goes on'): Block => ({
  type: 'UpdateContactEventHooks',
  parameters: { EventHooks: { [hook]: flow.startsWith('$.') ? flow : flowArn(flow) } },
  branches: onError(failure),
});

export const setAttribute = (key: string, value: string, failure: Failure = 'goes on'): Block => ({
  type: 'UpdateContactAttributes',
  parameters: { Attributes: { [key]: value } },
  branches: onError(failure),
});

export const hangUp: Block = { type: 'DisconnectParticipant', ends: true };
export const endFlow: Block = { type: 'EndFlowExecution', ends: true };
