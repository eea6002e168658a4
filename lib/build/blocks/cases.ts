import type { LegalIn } from '../../language/wire';
import { onError, onErrorType, plan, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';
import type { Value, Values } from '../value';

/** Makes the contact part of the case. */
interface Link<T extends LegalIn<'CreateCase'>> {
  /** The case was found or written, but the contact could not be linked to it. */
  readonly notLinked: Branch<T>;
}

interface Linking<T extends LegalIn<'CreateCase'>> extends OnError<T> {
  readonly link?: Link<T>;
}

const caseStep = (
  author: (...given: never[]) => unknown,
  [type, block]: readonly ['CreateCase' | 'GetCase' | 'UpdateCase', string],
  parameters: { readonly [key: string]: unknown },
  branches: Linking<never> & { readonly none?: Branch<never>; readonly multiple?: Branch<never> },
): Step<LegalIn<'CreateCase'>> => {
  const { link, none, multiple } = branches;
  const action = plan(
    type,
    { LinkContactToCase: link !== undefined, ...parameters },
    {
      block,
      words: Object.values((parameters.CaseRequestFields ?? {}) as Values).join(' '),
      ways: [
        onErrorType('not linked', 'ContactNotLinked', link?.notLinked),
        onErrorType('none', 'NoneFound', none),
        onErrorType('multiple', 'MultipleFound', multiple),
        onError(branches),
      ],
      metadata: { action: `${type[0]?.toLowerCase()}${type.slice(1)}Action` },
    },
  );
  return step(author, [action]);
};

interface NewCase<T extends LegalIn<'CreateCase'>> extends Linking<T> {
  readonly template: Value;
  /** By the ids of the fields, which the designer does not show: `{ title: …, status: 'open', customer_id: … }`. */
  readonly fields: Values;
}

/** Opens a case from a template; its id is then at `caseField('case_id')`. Fields that the template requires are needed. */
export const createCase = <T extends LegalIn<'CreateCase'>>({ template, fields, ...branches }: NewCase<T>): Step<T> =>
  caseStep(
    createCase,
    ['CreateCase', 'Create case'],
    { CaseTemplateId: template, CaseRequestFields: fields },
    branches,
  );

interface CaseSearch {
  /** What the fields of the case hold, by their ids. */
  readonly fields?: Values;
  /** The customer profile of the case. */
  readonly customer?: Value;
  /** Takes the case that was changed last where several fit. */
  readonly lastUpdated?: boolean;
  /** The ids of the fields that `caseField` shall read afterwards. */
  readonly keep?: readonly string[];
}

interface CaseBranches<T extends LegalIn<'GetCase'>> extends Linking<T> {
  readonly none: Branch<T>;
  /** Several cases fit. */
  readonly multiple: Branch<T>;
}

/** Finds one case. */
export const getCase = <T extends LegalIn<'GetCase'>>(search: CaseSearch, branches: CaseBranches<T>): Step<T> => {
  const { fields, customer, lastUpdated = false, keep } = search;
  const parameters = {
    GetLastUpdatedCase: lastUpdated,
    CustomerId: customer,
    CaseRequestFields: fields,
    CaseResponseFields: keep,
  };
  return caseStep(getCase, ['GetCase', 'Get case'], parameters, branches);
};

interface CaseChange<T extends LegalIn<'UpdateCase'>> extends Linking<T> {
  readonly fields?: Values;
}

/** Changes fields of a case, usually the one at `caseField('case_id')`. */
export const updateCase = <T extends LegalIn<'UpdateCase'>>(
  id: Value,
  { fields, ...branches }: CaseChange<T>,
): Step<T> => caseStep(updateCase, ['UpdateCase', 'Update case'], { CaseId: id, CaseRequestFields: fields }, branches);
