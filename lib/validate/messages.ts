import {
  COMPARISON_OPERATORS,
  type ConditionSpec,
  ERROR_TYPES,
  type ErrorType,
  FLOW_LANGUAGE_VERSION,
  type FlowScope,
  LIMITS,
  type ParameterSpec,
} from '../language';
import { nearest } from '../language/nearest';
import type { Message } from './rule';
import type { PlacedAction } from './subject';
import { bare, instead, listOf, named, quote, scopeName, scopeNames } from './wording';

const meaningOf = (error: string): string =>
  Object.hasOwn(ERROR_TYPES, error) ? `${error} means: ${ERROR_TYPES[error as ErrorType]}.` : '';

/** Longer circles are cut where they are told. */
const MOST_MEMBERS = 5;

/** Where in the parameters something stands, for the end of a sentence. */
const inner = (where: string): string => (where === 'Parameters' ? '' : ` in ${where}`);

const between = (least: number, most: number): string => {
  if (least === 0) return `at most ${most}`;
  return most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
};

const minutes = (seconds: number): string =>
  Number.isFinite(seconds) ? `for about ${Math.round(seconds)} seconds` : 'without end';

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
  missingStartAction: (id: unknown, ids: readonly string[]): Message => ({
    what: `The flow starts at ${quote(id)}, and no action has that identifier.`,
    why: 'A contact enters the flow at StartAction.',
    fix: instead(
      typeof id === 'string' ? nearest(id, ids) : undefined,
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
  missingAlternative: (action: PlacedAction, names: readonly string[], where = 'Parameters'): Message => ({
    what: `${named(action)} has none of ${listOf(names, 'and')}${inner(where)}.`,
    why: `${action.type} needs exactly one of them.`,
    fix: `Add ${listOf(names)}.`,
  }),
  exclusiveParameters: (
    action: PlacedAction,
    present: readonly string[],
    names: readonly string[],
    where = 'Parameters',
  ): Message => ({
    what: `${named(action)} has ${listOf(present, 'and')} together${inner(where)}.`,
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
  wrongVersion: (version: unknown): Message => ({
    what: `The document is of version ${quote(version)}.`,
    why: `The only version of the Flow language is ${quote(FLOW_LANGUAGE_VERSION)}.`,
    fix: `Write ${quote(FLOW_LANGUAGE_VERSION)}.`,
  }),
  missingSettings: (): Message => ({
    what: 'The module has no Settings.',
    why: 'The service refuses a flow module without them; they may be empty.',
    fix: 'Write "Settings": {} beside Actions.',
  }),
  duplicateErrorBranch: (action: PlacedAction, error: string): Message => ({
    what: `${named(action)} has more than one branch for ${error}.`,
    why: 'The order of error branches has no meaning, so it is open which of them is taken.',
    fix: 'Keep one of them.',
  }),
  duplicateCondition: (action: PlacedAction, operator: unknown, operand: unknown): Message => ({
    what: `${named(action)} asks for ${quote(operator)} ${quote(operand)} more than once.`,
    why: 'The first condition that is true wins, so that the second branch is never taken.',
    fix: 'Take the second branch out, or let it ask for something else.',
  }),
  percentageOver: (action: PlacedAction, operand: unknown): Message => ({
    what: `${named(action)} compares the draw with ${quote(operand)}, which is over 100 %.`,
    why: 'The draw is a whole number from 1 to 100, and a threshold is the sum of all shares so far, plus one.',
    fix: 'Let the shares add up to 100 at most; the last threshold is then "101".',
  }),
  percentageNotGrowing: (action: PlacedAction, operand: unknown, before: number): Message => ({
    what: `${named(action)} compares the draw with ${quote(operand)}${before > 1 ? ` after ${quote(String(before))}` : ''}.`,
    why: 'Thresholds are sums: each is the shares of its own and all earlier branches, plus one. This branch is never taken.',
    fix: 'For shares of 30 % and 20 % write "31" and "51".',
  }),
  secondsForMilliseconds: (action: PlacedAction, operand: unknown): Message => ({
    what: `${named(action)} compares the age of the oldest contact with ${quote(operand)}.`,
    why: 'Despite its name the metric counts in milliseconds, so that this is less than a second.',
    fix: `Write ${quote(`${Number(operand) * 1000}`)} if ${Number(operand)} seconds are meant.`,
  }),
  refusedForm: (action: PlacedAction, form: string | undefined): Message => ({
    what: `${named(action)} is written in a form (${form ?? 'unnamed'}) that the service does not take.`,
    why: 'Console exports hold it, and a live create refused it.',
    fix: 'Point the hook at a flow that only ends, in place of disabling it.',
  }),
  contestedParameter: (action: PlacedAction, name: string): Message => ({
    what: `${named(action)} has ${name}.`,
    why: 'It is not documented; a live create refused it, although flows that were deployed hold it.',
    fix: 'Take it out where it does nothing.',
  }),
  entryCount: (action: PlacedAction, name: string, count: number, least: number, most: number): Message => ({
    what: `${named(action)}: ${name} has ${count === 1 ? '1 entry' : `${count} entries`}.`,
    why: `It takes ${between(least, most)}.`,
    fix: count < least ? 'Add what is missing.' : 'Divide the entries between several actions, or leave some out.',
  }),
  emptyText: (action: PlacedAction, name: string, refused: boolean): Message => ({
    what: `${named(action)}: ${name} is empty.`,
    why: refused ? 'The service refuses an empty prompt here.' : 'There is nothing to hear or read.',
    fix: 'Write what is to be said, or take the parameter out.',
  }),
  promptTooLong: (action: PlacedAction, name: string, length: number): Message => ({
    what: `${named(action)}: ${name} has ${length} characters.`,
    why: `Speech takes at most ${LIMITS.promptCharacters} characters at a time, markup included.`,
    fix: 'Divide it between several prompts.',
  }),
  promptTooLongToBill: (action: PlacedAction, name: string, length: number): Message => ({
    what: `${named(action)}: ${name} has ${length} characters beside its markup.`,
    why: `Speech takes at most ${LIMITS.billedPromptCharacters} billed characters at a time; markup is not billed.`,
    fix: 'Divide it between several prompts.',
  }),
  textLength: (action: PlacedAction, name: string, length: number, least: number, most: number): Message => ({
    what: `${named(action)}: ${name} has ${length} characters.`,
    why: `It takes ${between(least, most)}.`,
    fix: length < least ? 'Write something, or take the parameter out.' : 'Shorten it.',
  }),
  malformedSsml: (action: PlacedAction, name: string, fault: string): Message => ({
    what: `${named(action)}: ${name} is not well-formed SSML: ${bare(fault)}.`,
    why: 'Markup that cannot be read is not spoken; the action fails while the flow runs.',
    fix: 'Close every tag, innermost first, and write <break/> with its slash and "&" as "&amp;".',
  }),
  illegalAttributeKey: (action: PlacedAction, key: string): Message => ({
    what: `${named(action)} sets the attribute ${quote(key)}.`,
    why: 'Names of attributes may hold neither "$" nor "."; no reference can read such a one.',
    fix: 'Rename the attribute and every reference to it.',
  }),
  parameterOfOtherForm: (action: PlacedAction, name: string, form: string | undefined): Message => ({
    what: `${named(action)} has ${name}.`,
    why: `It has no meaning in this form (${form ?? 'unnamed'}).`,
    fix: 'Take it out, or write the action in the form that is meant.',
  }),
  valueOfOtherForm: (
    action: PlacedAction,
    name: string,
    value: unknown,
    { oneOf, range: limits }: Pick<ParameterSpec, 'oneOf' | 'range'>,
    form: string | undefined,
  ): Message => {
    const allowed = oneOf === undefined ? `${limits?.[0]} to ${limits?.[1]}` : listOf(oneOf);
    return {
      what: `${named(action)}: ${name} is ${quote(value)}.`,
      why: `In this form (${form ?? 'unnamed'}) it is ${allowed}.`,
      fix: `Write ${allowed}, or write the action in the form that is meant.`,
    };
  },
  voiceOnlyPrompt: (action: PlacedAction, name: string, channel: string): Message => ({
    what: `${named(action)} plays ${name} to ${channel} contacts.`,
    why: 'Only Text reaches contacts that are not on the phone.',
    fix: 'Write Text, or branch on $.Channel before it.',
  }),
  unknownEventHook: (action: PlacedAction, name: string, names: readonly string[]): Message => ({
    what: `${named(action)} sets a hook ${quote(name)}, and Connect documents none of that name.`,
    why: `The hooks are ${listOf(names, 'and')}.`,
    fix: instead(nearest(name, names), 'Name one of them.'),
  }),
  hookWithoutEffect: (action: PlacedAction, hook: string, channel: string, works: readonly string[]): Message => ({
    what: `${named(action)} sets the hook ${hook} on ${channel} contacts.`,
    why: `It works for ${works.join(', ')}; on other channels the action leaves by its error branch.`,
    fix: 'Branch on $.Channel before it, or take it out.',
  }),
  hookAfterTransfer: (action: PlacedAction, hooks: readonly string[]): Message => ({
    what: `${named(action)} sets ${listOf(hooks, 'and')} where every way has been at the transfer to the queue already.`,
    why: 'A transfer that succeeds leaves the flow, and no other transfer follows, so that the hook never counts.',
    fix: 'Set the hook before the transfer.',
  }),
  hookInLaterFlow: (action: PlacedAction, hook: string, type: FlowScope): Message => ({
    what: `${named(action)} sets the hook ${hook} in a ${scopeName(type)}.`,
    why: 'The flow that this hook names has run, or is running, when this one runs.',
    fix: 'Set the hook in the flow that transfers the contact to the queue.',
  }),
  agentOutOfReach: (action: PlacedAction, reference: string, type: FlowScope): Message => ({
    what: `${named(action)} refers to ${quote(reference)} in a ${scopeName(type)}.`,
    why: 'There is no agent yet; $.Agent is there in whispers, in hold flows, and in transfers to an agent.',
    fix: 'Move it to a whisper, or put what is known about the agent into a contact attribute.',
  }),
  flowAttributeNeverSet: (action: PlacedAction, key: string): Message => ({
    what: `${named(action)} reads the flow attribute ${quote(key)}, which this flow never sets.`,
    why: 'Flow attributes live only in the flow that sets them; modules, whispers and later flows do not see them.',
    fix: 'Set it in this flow, or carry the value in a contact attribute.',
  }),
  contactAttributeNeverSet: (action: PlacedAction, key: string): Message => ({
    what: `${named(action)} reads the contact attribute ${quote(key)}, which this flow never sets.`,
    why: 'It must come from elsewhere: an earlier flow, a module, a Lambda function or the API that started the contact.',
    fix: 'Check the spelling, and that whatever runs before sets it.',
  }),
  resultNeverLeft: (action: PlacedAction, reference: string, root: string, isModule: boolean): Message => ({
    what: `${named(action)} reads ${quote(reference)}, and no action of the flow fills $.${root}.`,
    why: isModule
      ? 'Results do not enter modules; only contact attributes and the input of the module do.'
      : 'It is empty unless a flow before has left something there.',
    fix: 'Put the action that fills it before, or carry the value in a contact attribute.',
  }),
  resultNotYetLeft: (action: PlacedAction, reference: string, root: string): Message => ({
    what: `${named(action)} reads ${quote(reference)} before any action fills $.${root}.`,
    why: 'A reference to something that is not there is empty while the flow runs.',
    fix: 'Put the action that fills it before.',
  }),
  resultNotAlwaysLeft: (action: PlacedAction, reference: string, root: string): Message => ({
    what: `${named(action)} reads ${quote(reference)}, and on some way no action has filled $.${root} before, or it failed.`,
    why: 'A reference to something that is not there is empty while the flow runs.',
    fix: 'Lead every way past the action that fills it, or branch on the empty value.',
  }),
  replacedLambdaResult: (action: PlacedAction, key: string): Message => ({
    what: `${named(action)} reads ${quote(key)} of a Lambda answer, as an action before another call does.`,
    why: 'Each call replaces the whole answer of the one before, so that this reads the answer of another function.',
    fix: 'Keep what is needed later in a contact or flow attribute before the next call.',
  }),
  transferWithoutQueue: (action: PlacedAction, type: FlowScope | undefined, failed: boolean): Message => ({
    what: failed
      ? `${named(action)} follows where setting the working queue failed.`
      : `Some way leads to ${named(action)} without setting a working queue.`,
    why:
      type === 'CONTACT_FLOW'
        ? 'Without a working queue the transfer fails, unless a flow before has set one.'
        : 'Without a working queue the transfer fails; a quick connect or the flow before may have set it.',
    fix: failed
      ? 'Lead the error branch of UpdateContactTargetQueue elsewhere, e.g. to an apology.'
      : 'Set the working queue on every way, with UpdateContactTargetQueue.',
  }),
  dequeueWithoutLoopPrompts: (action: PlacedAction): Message => ({
    what: `Some way leads to ${named(action)} without prompts in a loop.`,
    why: 'The guide to the block wants a Loop prompts block before it; a contact that has just been queued cannot be moved.',
    fix: 'Put MessageParticipantIteratively with InterruptFrequencySeconds before it.',
  }),
  silentEnd: (action: PlacedAction): Message => ({
    what: `Some way leads to ${named(action)} without a word to the customer.`,
    why: 'The call simply ends, which callers take for a fault.',
    fix: 'Say what happens before the end.',
  }),
  endlessCircle: (members: readonly PlacedAction[]): Message => ({
    what: `The flow runs in a circle that no way leaves: ${members.slice(0, MOST_MEMBERS).map(named).join(', ')}${members.length > MOST_MEMBERS ? ' …' : ''}.`,
    why: 'None of these actions takes time or leads elsewhere, so that a contact never comes out.',
    fix: 'Lead one of them out, or count the rounds with a Loop.',
  }),
  restlessCircle: (members: readonly PlacedAction[]): Message => ({
    what: `The flow can run in a circle without rest: ${members.slice(0, MOST_MEMBERS).map(named).join(', ')}${members.length > MOST_MEMBERS ? ' …' : ''}.`,
    why: 'The customer hears nothing, and nothing limits the rounds: a fault that stays keeps the contact there.',
    fix: 'Count the rounds with a Loop, or put a prompt, an input or a Wait into the circle.',
  }),
  longLambdaChain: (action: PlacedAction): Message => ({
    what: `With ${named(action)} the Lambda functions on some way can take over ${LIMITS.lambdaChainSeconds} seconds.`,
    why: `Functions one after another may take ${LIMITS.lambdaChainSeconds} seconds in all; the customer hears nothing meanwhile.`,
    fix: 'Play a prompt between the calls, lower their time limits, or make one function of them.',
  }),
  longWhisper: (seconds: number): Message => ({
    what: `The whisper can go on ${minutes(seconds)}.`,
    why: `A whisper is cut off after ${LIMITS.whisperSeconds} seconds, and the other side waits meanwhile.`,
    fix: 'Say less, or limit its loops.',
  }),
  nestedWait: (action: PlacedAction): Message => ({
    what: `${named(action)} stands in the Continue branch of a Wait.`,
    why: `The flow fails there while it runs ("Unsupported Action In Wait Action's Continue Branch").`,
    fix: 'Wait after the first Wait is over.',
  }),
  recordingWithoutAnnouncement: (action: PlacedAction): Message => ({
    what: `Some way leads to ${named(action)} with recording on and without a prompt.`,
    why: 'Nothing can have told the customer that the conversation is recorded.',
    fix: 'Announce the recording before the conversation begins.',
  }),
  allowanceWithoutReason: (id: string, rule: string): Message => ({
    what: `${quote(id)} allows ${quote(rule)} and gives no reason.`,
    why: 'An allowance counts only with its reason, so that others can judge it.',
    fix: 'Write the reason as the value, or take the allowance out.',
  }),
};
