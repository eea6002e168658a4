import { EVENT_HOOKS, isEventHook } from '../../journey';
import type { JsonObject } from '../../language';
import type { Execution } from '../execution';
import { failed, NEXT, type Outcome } from '../outcome';
import type { Behavior } from './behavior';

const setHook = (execution: Execution, hook: string, reference: string): Outcome | null => {
  const { contact, kernel, run } = execution;
  if (!isEventHook(hook)) return failed(`there is no event hook ${hook}`);
  const { channels, flowType } = EVENT_HOOKS[hook];
  if (!(channels as readonly string[]).includes(contact.channel))
    return failed(`${hook} has no effect on ${contact.channel}`);
  const flow = kernel.world.flow(reference, flowType);
  const fits = flow?.type === flowType;
  if (!fits && kernel.assumption('hookThatNamesNoFlow') === 'errorBranch') {
    const what = flow
      ? `"${flow.name}" has the type ${flow.type}, the hook wants ${flowType}`
      : `${reference || 'an empty value'} is no flow`;
    return failed(`${hook}: ${what}`);
  }
  contact.hooks[hook] = flow?.arn ?? reference;
  kernel.note(contact, 'flow', `sets ${hook} to "${flow?.name ?? reference}"`, { run, action: execution.actionId });
  return null;
};

/** A hook that is switched off is one that nobody set: a default takes its place where there is one. */
const switchHook = ({ contact }: Execution, hook: string, { DisableExecution }: JsonObject): Outcome | null => {
  if (!isEventHook(hook)) return failed(`there is no event hook ${hook}`);
  if (DisableExecution === 'true') delete contact.hooks[hook];
  return null;
};

const updateContactEventHooks: Behavior = (step, execution) => {
  const { EventHooks = {}, EventHooksConfiguration = {} } = step.parameters;
  for (const [hook, value] of Object.entries(EventHooks as JsonObject)) {
    const problem = setHook(execution, hook, execution.text(value));
    if (problem) return problem;
  }
  for (const [hook, value] of Object.entries(EventHooksConfiguration as JsonObject)) {
    const problem = switchHook(execution, hook, value as JsonObject);
    if (problem) return problem;
  }
  return NEXT;
};

export const HOOK_BEHAVIORS = { UpdateContactEventHooks: updateContactEventHooks } satisfies Record<string, Behavior>;
