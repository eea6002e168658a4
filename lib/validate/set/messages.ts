import { EVENT_HOOKS, type EventHook } from '../../journey';
import { LIMITS } from '../../language';
import type { Message } from '../rule';
import { listOf, named, quote } from '../wording';
import type { ArnOwner } from './connect-arn';
import type { Link, PlacedFlow, ReadValue } from './flow-set';

const placeOf = ({ role, label }: Link): string => (role === 'hook' ? `the hook ${label}` : label);

const chainText = (chain: readonly PlacedFlow[]): string => chain.map(({ name }) => quote(name)).join(' → ');

const ownerText = ({ instanceId, account, region }: ArnOwner): string =>
  instanceId === undefined
    ? `account ${account} in ${region}`
    : `instance ${instanceId} (account ${account}, ${region})`;

const others = (count: number): string => {
  if (count === 0) return '';
  return count === 1 ? ' and 1 other action' : ` and ${count} other actions`;
};

/** Every sentence that a rule about sets says, by rule. */
export const SET_MESSAGES = {
  duplicateName: (name: string, first: PlacedFlow): Message => ({
    what: `Another ${first.type === 'MODULE' ? 'flow module' : 'flow'} of the set is called ${quote(name)}${first.file === undefined ? '' : ` (${first.file})`}.`,
    why: 'A name is unique in an instance; the service refuses the second one with DuplicateResourceException.',
    fix: 'Rename one of the two.',
  }),
  hiddenName: (name: string, hidden: readonly string[]): Message => ({
    what: `CloudWatch shows no metrics for ${quote(name)} because of ${hidden.map(quote).join(', ')}.`,
    why: 'CloudWatch leaves out flows with characters that its metrics cannot show.',
    fix: 'Use letters, digits, spaces and . , - _ / # : $ @ | & { } + ? % only.',
  }),
  recursion: (link: Link, to: PlacedFlow): Message => ({
    what:
      link.from === to
        ? `${named(link.action)} runs the module itself, ${quote(to.name)}.`
        : `${named(link.action)} runs ${quote(to.name)}, which comes back to ${quote(link.from.name)}.`,
    why: 'A module may not run itself, directly or through another; the service refuses recursion.',
    fix: 'Loop inside the module, or move the shared part to a module of its own.',
  }),
  tooDeep: (link: Link, chain: readonly PlacedFlow[], depth: number): Message => ({
    what: `${named(link.action)} starts modules that are nested ${depth} deep: ${chainText(chain)}${chain.length < depth ? ' → …' : ''}.`,
    why: `Modules may be nested ${LIMITS.moduleDepth} deep; the next one leaves by its error branch.`,
    fix: 'Run the last module of the chain from further up, or put two modules into one.',
  }),
  missingTarget: (link: Link): Message => ({
    what: `${named(link.action)}: ${placeOf(link)} names ${quote(link.value)}, which is not in the set.`,
    why: `The set is said to be whole, so there is no such ${link.role === 'module' ? 'flow module' : 'flow'}; the contact leaves by the error branch.`,
    fix: 'Name a flow of the set, or add the missing one.',
  }),
  wrongHookFlow: (link: Link, to: PlacedFlow): Message => ({
    what: `${named(link.action)}: the hook ${link.label} names ${quote(to.name)}, which is of type ${to.type}.`,
    why: `Its flow runs ${EVENT_HOOKS[link.label as EventHook].runs}, and has to be of type ${link.scopes.join()}.`,
    fix: `Name a flow of that type, or set the hook that a flow of type ${to.type} is for.`,
  }),
  wrongTargetFlow: (link: Link, to: PlacedFlow): Message => ({
    what: `${named(link.action)}: ${link.label} names ${quote(to.name)}, which is ${to.type === 'MODULE' ? 'a flow module' : `a flow of type ${to.type}`}.`,
    why: `It takes ${listOf(link.scopes)}; the contact leaves by the error branch.`,
    fix: `Name a flow of type ${listOf(link.scopes)}.`,
  }),
  literalArn: (action: Link['action'], more: number, owner: ArnOwner, foreign: boolean): Message => ({
    what: `${named(action)}${others(more)} ${more === 0 ? 'names' : 'name'} resources of ${ownerText(owner)} by ARN.`,
    why: foreign
      ? 'The flow is for another instance, where these resources are not found.'
      : 'The flow works there only; a copy of it for another instance still points here.',
    fix: 'Take the ARNs from parameters: handles in the builder, references in the CDK, or placeholders in a template.',
  }),
  foreignFlowAttribute: ({ action }: ReadValue, key: string, by: readonly PlacedFlow[]): Message => ({
    what: `${named(action)} reads the flow attribute ${quote(key)}, which only ${listOf(
      by.map(({ name }) => name),
      'and',
    )} ${by.length === 1 ? 'sets' : 'set'}.`,
    why: 'Flow attributes live in the flow or module that sets them; they reach no other flow, module or whisper.',
    fix: `Set it as a contact attribute there, and read "$.Attributes.${key}" here.`,
  }),
  attributeSetNowhere: ({ action }: ReadValue, key: string): Message => ({
    what: `${named(action)} reads the contact attribute ${quote(key)}, which no flow of the set sets.`,
    why: 'Unless a Lambda function, an API call or the agent application sets it, it is empty here.',
    fix: 'Set it in the flow that runs before, or correct its name.',
  }),
};
