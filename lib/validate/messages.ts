import {
  COMPARISON_OPERATORS,
  type ConditionSpec,
  ERROR_TYPES,
  type ErrorType,
  type FlowScope,
  LIMITS,
} from '../language';
import { nearest } from '../language/nearest';
import type { Message } from './rule';
import type { PlacedAction } from './subject';
import { instead, listOf, named, quote, scopeName, scopeNames } from './wording';

const meaningOf = (error: string): string =>
  Object.hasOwn(ERROR_TYPES, error) ? `${error} means: ${ERROR_TYPES[error as ErrorType]}.` : '';

/** Every sentence that a rule says, by rule. */
export const MESSAGES = {
  duplicateIdentifier: (id: string, firstPath: string): Message => ({
    what: `The identifier ${quote(id)} stands at ${firstPath} already.`,
    why: 'Transitions name actions by identifier, so it is open which of the two they lead to.',
    fix: 'Rename one of the two, and every transition and Metadata.ActionMetadata entry that means it.',
  }),
  emptyIdentifier: (): Message => ({
    what: 'The identifier is empty.',
    why: 'Transitions name actions by identifier.',
    fix: 'Give it a name, e.g. what the action does.',
  }),
  longIdentifier: (id: string): Message => ({
    what: `The identifier ${quote(id)} has ${id.length} characters.`,
    why: `An identifier may have up to ${LIMITS.identifierCharacters} characters.`,
    fix: 'Shorten it, and every transition and Metadata.ActionMetadata entry that means it.',
  }),
  forbiddenCharacters: (id: string, characters: readonly string[]): Message => ({
    what: `The identifier ${quote(id)} contains ${characters.join(' ')}.`,
    why: 'Identifiers may hold any Unicode, spaces included, except % : ( \\ / ) = $ , ; [ ] { and }.',
    fix: 'Rename the action, and every transition and Metadata.ActionMetadata entry that means it.',
  }),
  reservedIdentifier: (id: string, word: string): Message => ({
    what:
      id === word
        ? `The identifier ${quote(id)} is reserved.`
        : `The identifier ${quote(id)} contains the reserved word ${quote(word)}.`,
    why:
      id === word
        ? 'The Flow language keeps the names that every JavaScript object has for itself.'
        : 'The Flow language reserves that word; its page does not say whether containing it is allowed.',
    fix: 'Rename the action, and every transition and Metadata.ActionMetadata entry that means it.',
  }),
  missingStartAction: (id: string, ids: readonly string[]): Message => ({
    what: `The flow starts at ${quote(id)}, and no action has that identifier.`,
    why: 'A contact enters the flow at StartAction.',
    fix: instead(
      nearest(id, ids),
      ids.length === 0
        ? 'Add an action and name it in StartAction.'
        : `Name an action of the flow, e.g. ${quote(ids[0])}.`,
    ),
  }),
  danglingTarget: (from: PlacedAction, way: string, target: unknown, ids: Iterable<string>): Message => ({
    what:
      target === undefined
        ? `${named(from)}: ${way} names no action.`
        : `${named(from)}: ${way} leads to ${quote(target)}, and no action has that identifier.`,
    why: 'A transition leads to an action of the same document.',
    fix: instead(
      typeof target === 'string' ? nearest(target, ids) : undefined,
      'Add that action, or name one that is there.',
    ),
  }),
  tooManyActions: (count: number): Message => ({
    what: `The flow has ${count} actions.`,
    why: `A flow or module may have at most ${LIMITS.actionsPerFlow}.`,
    fix: 'Move a part of it to a flow module or to another flow.',
  }),
  contentTooLong: (characters: number): Message => ({
    what: `The flow has ${characters} characters when it is written compactly.`,
    why: `The API takes Content of up to ${LIMITS.contentCharacters} characters.`,
    fix: 'Shorten texts and Metadata, or move a part of it to a flow module or to another flow.',
  }),
  unknownActionType: (type: string, meant: readonly string[], refused: boolean): Message => ({
    what: `Connect has no action type ${quote(type)}.`,
    why: refused
      ? 'That name comes from the designer, an old export or another tool; the service answers "Invalid Action type".'
      : 'The service refuses action types that it does not know.',
    fix:
      meant.length === 0
        ? 'Take out the action, or look its type up in the list of actions of the Flow language.'
        : `Write ${listOf(meant)}.`,
  }),
  missingNextAction: (
    action: PlacedAction,
    copied: { readonly error: string; readonly target: string } | undefined,
  ): Message => ({
    what: `${named(action)} has no Transitions.NextAction.`,
    why: 'The service refuses every action that does not end the flow without it, also where each exit is a branch.',
    fix:
      copied === undefined
        ? 'Name the action that follows.'
        : `Name the action that follows; where only branches leave, copy the target of ${copied.error} as the designer does: ${quote(copied.target)}.`,
  }),
  forbiddenTransitions: (action: PlacedAction, parts: readonly string[]): Message => ({
    what: `${named(action)} has ${parts.join(' and ')}.`,
    why: 'This action ends the flow; the service answers "Action does not support transitions".',
    fix: 'Write "Transitions": {}.',
  }),
  missingErrorBranch: (action: PlacedAction, error: string, form: string | undefined): Message => ({
    what: `${named(action)} has no branch for ${error}.`,
    why: `The service asks for it${form === undefined ? '' : ` in this form (${form})`}. ${meaningOf(error)}`,
    fix: `Add { "ErrorType": ${quote(error)}, "NextAction": … } to Transitions.Errors.`,
  }),
  refusedErrorBranch: (
    action: PlacedAction,
    error: string,
    allowed: readonly string[],
    form: string | undefined,
  ): Message => ({
    what: `${named(action)} has a branch for ${error}.`,
    why: `The service refuses it on this action${form === undefined ? '' : ` in this form (${form})`}.`,
    fix:
      allowed.length === 0
        ? 'Take the branch out; this action takes none.'
        : `Take the branch out; this action takes ${listOf(allowed, 'and')}.`,
  }),
  unlistedErrorBranch: (action: PlacedAction, error: string, allowed: readonly string[]): Message => ({
    what: `${named(action)} has a branch for ${error}.`,
    why: 'Neither its page nor a flow that was accepted shows that branch on this action.',
    fix:
      allowed.length === 0
        ? 'Take the branch out; this action is known with none.'
        : `Take the branch out; known are ${listOf(allowed, 'and')}.`,
  }),
  unknownErrorType: (action: PlacedAction, error: unknown, allowed: readonly string[]): Message => ({
    what:
      error === undefined
        ? `${named(action)} has an error branch without ErrorType.`
        : `${named(action)} has a branch for ${quote(error)}, which is no error type.`,
    why: 'The branch would never be taken, and the service refuses error types that an action does not have.',
    fix: instead(
      typeof error === 'string' ? nearest(error, [...allowed, ...Object.keys(ERROR_TYPES)]) : undefined,
      allowed.length === 0
        ? 'Take the branch out; this action takes none.'
        : `This action takes ${listOf(allowed, 'and')}.`,
    ),
  }),
  missingConditions: (action: PlacedAction, { compared, operators }: ConditionSpec): Message => ({
    what: `${named(action)} has no condition.`,
    why: `The service asks for at least one; it is compared with ${compared}.`,
    fix: `Add { "NextAction": …, "Condition": { "Operator": ${quote(operators[0])}, "Operands": ["…"] } } to Transitions.Conditions.`,
  }),
  missingCondition: (action: PlacedAction, operand: string, { required = [], operators }: ConditionSpec): Message => ({
    what: `${named(action)} has no condition for ${quote(operand)}.`,
    why: `${action.type} has a branch for ${required.length === 1 ? listOf(required) : `each of ${listOf(required, 'and')}`}.`,
    fix: `Add { "NextAction": …, "Condition": { "Operator": ${quote(operators[0])}, "Operands": [${quote(operand)}] } } to Transitions.Conditions.`,
  }),
  refusedConditions: (action: PlacedAction, form: string | undefined): Message => ({
    what: `${named(action)} has conditions.`,
    why: `The service answers "Action does not support conditions"${form === undefined ? '' : ` in this form (${form})`}.`,
    fix: 'Take Transitions.Conditions out; branch with a Compare after it where the result matters.',
  }),
  unknownOperator: (action: PlacedAction, operator: unknown): Message => ({
    what:
      operator === undefined
        ? `${named(action)} has a condition without Operator.`
        : `${named(action)} compares with ${quote(operator)}, which is no published operator.`,
    why: `The operators of conditions are ${listOf(COMPARISON_OPERATORS, 'and')}.`,
    fix: instead(
      typeof operator === 'string' ? nearest(operator, COMPARISON_OPERATORS) : undefined,
      'Write one of these.',
    ),
  }),
  unlistedOperator: (action: PlacedAction, operator: string, operators: readonly string[]): Message => ({
    what: `${named(action)} compares with ${operator}.`,
    why: `Its page names ${listOf(operators, 'and')} only.`,
    fix: `Write ${listOf(operators)}.`,
  }),
  missingOperands: (action: PlacedAction, keys: readonly string[]): Message => ({
    what: `${named(action)} has a condition without Operands${keys.length === 0 ? '' : ` (its keys are ${listOf(keys, 'and')})`}.`,
    why: 'A condition is exactly { "Operator": …, "Operands": ["…"] }.',
    fix: 'Write the value to compare with as a list of one text under "Operands".',
  }),
  operandCount: (action: PlacedAction, count: number): Message => ({
    what: `${named(action)} has a condition with ${count} operands.`,
    why: 'Every published operator takes one.',
    fix: count === 0 ? 'Add the value to compare with.' : 'Write one condition for each operand.',
  }),
  illegalOperand: (action: PlacedAction, operand: unknown, legal: readonly string[], compared: string): Message => ({
    what: `${named(action)} has a condition for ${quote(operand)}.`,
    why: `It is compared with ${compared}, so the condition can never be true.`,
    fix: instead(typeof operand === 'string' ? nearest(operand, legal) : undefined, `Write ${listOf(legal)}.`),
  }),
  operandWithoutNumber: (action: PlacedAction, operand: unknown, operator: string): Message => ({
    what: `${named(action)} compares with ${quote(operator)} ${quote(operand)}.`,
    why: 'Numeric operators are false where a side is not a number, so the condition is never true.',
    fix: 'Write a number, or compare as text.',
  }),
  unknownParameter: (action: PlacedAction, name: string, valid: readonly string[], where: string): Message => ({
    what: `${named(action)} has ${quote(name)} in ${where}.`,
    why: valid.length === 0 ? `${action.type} takes no parameters.` : `Known there are ${listOf(valid, 'and')}.`,
    fix: instead(nearest(name, valid), 'Take it out.'),
  }),
  missingParameter: (action: PlacedAction, name: string, form: string | undefined): Message => ({
    what: `${named(action)} has no ${name}.`,
    why: form === undefined ? `${action.type} needs it.` : `${action.type} needs it in this form (${form}).`,
    fix: `Add ${name}.`,
  }),
  missingAlternative: (action: PlacedAction, names: readonly string[]): Message => ({
    what: `${named(action)} has none of ${listOf(names, 'and')}.`,
    why: `${action.type} needs exactly one of them.`,
    fix: `Add ${listOf(names)}.`,
  }),
  exclusiveParameters: (action: PlacedAction, present: readonly string[], names: readonly string[]): Message => ({
    what: `${named(action)} has ${listOf(present, 'and')} together.`,
    why: `Of ${listOf(names, 'and')} only one may stand.`,
    fix: `Keep ${listOf(present)}.`,
  }),
  wrongKind: (action: PlacedAction, name: string, value: unknown, wanted: string, fix: string): Message => ({
    what: `${named(action)}: ${name} is ${quote(value)}.`,
    why: `${name} is ${wanted}.`,
    fix,
  }),
  notOneOf: (action: PlacedAction, name: string, value: unknown, words: readonly string[]): Message => ({
    what: `${named(action)}: ${name} is ${quote(value)}.`,
    why: `${name} is ${listOf(words)}.`,
    fix: instead(typeof value === 'string' ? nearest(value, words) : undefined, `Write ${listOf(words)}.`),
  }),
  outOfRange: (
    action: PlacedAction,
    name: string,
    value: unknown,
    [least, most]: readonly [number, number],
  ): Message => {
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `between ${least} and ${most}`;
    return {
      what: `${named(action)}: ${name} is ${quote(value)}.`,
      why: `${name} is a whole number, ${range}.`,
      fix: `Write a number that is ${range}.`,
    };
  },
  dynamicInStatic: (action: PlacedAction, name: string, value: string): Message => ({
    what: `${named(action)}: ${name} takes ${quote(value)} from the contact.`,
    why: `${name} is fixed when the flow is saved; its page allows no reference there.`,
    fix: 'Write the value out; where it must vary, branch with a Compare to one action for each value.',
  }),
  staticInDynamic: (action: PlacedAction, name: string, value: unknown): Message => ({
    what: `${named(action)}: ${name} is the fixed value ${quote(value)}.`,
    why: `${name} must be one reference that is looked up while the flow runs.`,
    fix: 'Write a reference such as "$.Attributes.name"; put a fixed value into a contact attribute first.',
  }),
  partlyDynamic: (action: PlacedAction, name: string, value: string): Message => ({
    what: `${named(action)}: ${name} is ${quote(value)}, a reference inside fixed text.`,
    why: `${name} names a resource; it is either wholly fixed or exactly one reference.`,
    fix: 'Put the whole id or ARN into one attribute and refer to that.',
  }),
  refusedFlowType: (action: PlacedAction, type: FlowScope, allowed: readonly FlowScope[]): Message => ({
    what: `${named(action)} stands in a flow of type ${type}.`,
    why: `The service refused this action in a ${scopeName(type)}.`,
    fix: `Take it out; it may stand in: ${scopeNames(allowed)}.`,
  }),
  otherFlowType: (action: PlacedAction, type: FlowScope, allowed: readonly FlowScope[]): Message => ({
    what: `${named(action)} stands in a flow of type ${type}.`,
    why: `No page allows this action in a ${scopeName(type)}, and no real flow is known that has it there.`,
    fix: `Take it out; it may stand in: ${scopeNames(allowed)}.`,
  }),
  contestedFlowType: (action: PlacedAction, type: FlowScope, onPage: readonly FlowScope[]): Message => ({
    what: `${named(action)} stands in a flow of type ${type}.`,
    why: `The page of the action names ${scopeNames(onPage)} only; the designer's page or real flows go further.`,
    fix: 'Try it on an instance before relying on it.',
  }),
  wrongChannel: (action: PlacedAction, channel: string, works: readonly string[], caught: boolean): Message => ({
    what: `${named(action)} does not work for ${channel} contacts.`,
    why: caught
      ? 'Such a contact always leaves by the error branch.'
      : 'The action fails for such a contact, and no branch catches that.',
    fix: `Branch on $.Channel before it; it works for ${works.join(', ')}.`,
  }),
  channelWithoutEffect: (action: PlacedAction, channel: string): Message => ({
    what: `${named(action)} does nothing for ${channel} contacts.`,
    why: 'Such a contact leaves by success as if it had been done.',
    fix: 'Branch on $.Channel before it where the effect matters.',
  }),
  eventHooksCount: (action: PlacedAction, hooks: readonly string[]): Message => ({
    what:
      hooks.length === 0
        ? `${named(action)} sets no event hook.`
        : `${named(action)} sets ${hooks.length} event hooks: ${listOf(hooks, 'and')}.`,
    why: 'One action sets one hook; the service saves any number, but what it then does is not documented.',
    fix:
      hooks.length === 0 ? 'Name the event and its flow, or take the action out.' : 'Write one action for each hook.',
  }),
  unreachableAction: (action: PlacedAction): Message => ({
    what: `No way through the flow comes to ${named(action)}.`,
    why: 'The service saves such actions, but no contact ever runs them.',
    fix: 'Lead a transition to it, or take it out.',
  }),
  unknownReferenceRoot: (action: PlacedAction, reference: string, root: string, roots: readonly string[]): Message => {
    const meant = nearest(root, roots);
    return {
      what: `${named(action)} refers to ${quote(reference)}, and Connect documents nothing under "$.${root}".`,
      why:
        root === 'System'
          ? 'What the designer calls System attributes stands at the root.'
          : 'A reference to something that is not there is empty while the flow runs.',
      fix:
        meant === undefined
          ? `Start with a documented name such as "$.Attributes", "$.External" or "$.Queue".`
          : `Write "$.${meant}".`,
    };
  },
};
