import { settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, NEXT, type Outcome } from '../outcome';
import { randomUuid } from '../random';
import { textMap } from '../values';
import type { WorldCase } from '../world';
import { type Behavior, missing } from './behavior';
import { storedIn } from './stored';

const isTrue = (execution: Execution, value: unknown): boolean => execution.text(value).toLowerCase() === 'true';

const idOf = (text: string): string => text.slice(text.lastIndexOf('/') + 1);

const fieldsOf = (each: WorldCase): Readonly<Record<string, string>> => ({ case_id: each.id, ...each.fields });

/** The case is there from now on, and is the one that was updated last. */
const store = (execution: Execution, written: WorldCase): void => {
  const stored = storedIn(execution.kernel);
  stored.cases = [...stored.cases.filter(({ id }) => id !== written.id), written];
};

const linkIfWanted = (step: LinkedStep, execution: Execution, { id }: WorldCase): Outcome => {
  if (isTrue(execution, step.parameters.LinkContactToCase)) settingsOf(execution.contact).cases.add(id);
  return NEXT;
};

const requested = (step: LinkedStep, execution: Execution): Readonly<Record<string, string>> =>
  Object.fromEntries(textMap(execution, step.parameters.CaseRequestFields));

const createCase: Behavior = (step, execution) => {
  const { kernel } = execution;
  const template = execution.text(step.parameters.CaseTemplateId);
  if (!kernel.world.caseTemplate(template)) return missing('case template', template);
  const created: WorldCase = { id: randomUuid(kernel.random), fields: requested(step, execution) };
  store(execution, created);
  execution.frame.results.set('Case', fieldsOf(created));
  return linkIfWanted(step, execution, created);
};

/** Only fields that the block lists are kept; the id always is. */
const keep = (step: LinkedStep, execution: Execution, found: WorldCase): void => {
  const listed = step.parameters.CaseResponseFields as readonly string[] | undefined;
  const all = listed === undefined && execution.kernel.assumption('unlistedFields') === 'all';
  const wanted = new Set(['case_id', ...(listed ?? [])]);
  const kept = Object.entries(fieldsOf(found)).filter(([field]) => all || wanted.has(field));
  execution.frame.results.set('Case', Object.fromEntries(kept));
};

/** Ids of profiles are compared without what makes them ARNs. */
const matches = (each: WorldCase, wanted: Readonly<Record<string, string>>): boolean => {
  const fields = fieldsOf(each);
  return Object.entries(wanted).every(([field, value]) =>
    field === 'customer_id' ? idOf(fields.customer_id ?? '') === idOf(value) : fields[field] === value,
  );
};

const getCase: Behavior = (step, execution) => {
  const { CustomerId, GetLastUpdatedCase } = step.parameters;
  const customer: Readonly<Record<string, string>> =
    CustomerId === undefined ? {} : { customer_id: execution.text(CustomerId) };
  const wanted = { ...requested(step, execution), ...customer };
  if (Object.keys(wanted).length === 0) return failed('it searches for nothing');
  const found = storedIn(execution.kernel).cases.filter((each) => matches(each, wanted));
  const last = found.at(-1);
  if (last === undefined) return failed('there is no such case', 'NoneFound');
  if (found.length > 1 && !isTrue(execution, GetLastUpdatedCase))
    return failed(`there are ${found.length} such cases`, 'MultipleFound');
  keep(step, execution, last);
  return linkIfWanted(step, execution, last);
};

const updateCase: Behavior = (step, execution) => {
  const id = idOf(execution.text(step.parameters.CaseId));
  const known = storedIn(execution.kernel).cases.find((each) => each.id === id);
  if (!known) return missing('case', id);
  const updated: WorldCase = { ...known, fields: { ...known.fields, ...requested(step, execution) } };
  store(execution, updated);
  execution.frame.results.set('Case', fieldsOf(updated));
  return linkIfWanted(step, execution, updated);
};

export const CASE_BEHAVIORS = {
  CreateCase: createCase,
  GetCase: getCase,
  UpdateCase: updateCase,
} satisfies Record<string, Behavior>;
