import {
  ACTIONS,
  type ActionForm,
  type ActionSpec,
  type ErrorType,
  formOf,
  type WireAction,
} from '../../../lib/language';
import { BEHAVIORS } from '../../../lib/simulate/behaviors';

/** One way out of one form of an action type; `success` stands for NextAction and for the end of a flow. */
export type Branch = string;

export const SIMULATED = Object.keys(BEHAVIORS).sort() as readonly (keyof typeof ACTIONS)[];

const ANY_CONDITION = 'a condition';

/** Types whose conditions leave something over for NextAction. */
const NEXT_BESIDE_CONDITIONS: readonly string[] = [
  'AuthenticateParticipant',
  'CheckVoiceId',
  'ConnectParticipantWithAgenticCX',
  'InvokeFlowModule',
  'Wait',
];

/** The operands with which a module tells its branch are not published. */
const UNPUBLISHED_OPERANDS: readonly string[] = ['InvokeFlowModule'];

const conditionsOf = (type: string, { conditions }: ActionForm): readonly Branch[] => {
  if (conditions === null || UNPUBLISHED_OPERANDS.includes(type)) return [];
  const operands = [...(conditions.required ?? []), ...(conditions.operands ?? [])];
  return operands.length > 0 ? operands : [ANY_CONDITION];
};

/** An optional error that some form requires belongs to that form. */
const errorsOf = ({ forms = {} }: ActionSpec, { name, errors }: ActionForm): readonly ErrorType[] => {
  const optional = errors.optional ?? [];
  const ofForms = Object.values(forms).flatMap((form) => form.errors.required);
  return [
    ...errors.required,
    ...(name === undefined ? optional.filter((error) => !ofForms.includes(error)) : optional),
  ];
};

const successOf = (type: string, spec: ActionSpec, { conditions }: ActionForm): readonly Branch[] => {
  if (spec.next === 'optional') return [];
  return conditions === null || NEXT_BESIDE_CONDITIONS.includes(type) ? ['success'] : [];
};

const formsOf = (spec: ActionSpec): readonly ActionForm[] => {
  const forms = Object.entries(spec.forms ?? {}).map(([name, form]) => ({ name, ...form }));
  return forms.some(({ when }) => when.length === 0) || spec.forms?.priorityOrAge ? forms : [spec, ...forms];
};

/** Every branch that the row and the forms of a type allow; a type that works on no channel can only fail. */
export const branchesOf = (type: keyof typeof ACTIONS): readonly Branch[] => {
  const spec: ActionSpec = ACTIONS[type];
  if (!Object.values(spec.channels).includes('works')) return ['NoMatchingError'];
  return formsOf(spec).flatMap((form) =>
    [...successOf(type, spec, form), ...conditionsOf(type, form), ...errorsOf(spec, form)].map((branch) =>
      form.name === undefined ? branch : `${form.name}: ${branch}`,
    ),
  );
};

/** What a step that was taken counts for. */
export const branchesTaken = (action: WireAction, exit: string): readonly Branch[] => {
  const spec: ActionSpec | undefined = ACTIONS[action.Type as keyof typeof ACTIONS];
  if (spec === undefined) return [];
  const { name } = formOf(spec, action.Parameters);
  const operand = exit.includes(' ') ? exit.slice(exit.indexOf(' ') + 1) : undefined;
  const ends = exit === 'next' || exit === 'end';
  const branches = operand !== undefined ? [operand, ANY_CONDITION] : [ends ? 'success' : exit];
  return branches.map((branch) => (name === undefined ? branch : `${name}: ${branch}`));
};
