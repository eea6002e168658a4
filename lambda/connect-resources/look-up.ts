import { nearest } from '../../lib/language';
import type { LookUpProperties } from '../../lib/runtime/connect-resources';
import type { Calls } from './calls';
import type { ResourceHandler } from './custom-resource';
import { idIn } from './ids';

/** Something as lists show it. */
export interface Listed {
  readonly arn: string;
  readonly name: string;
}

/** Everything of a kind in an instance. */
export type ListOf = (sought: LookUpProperties) => Promise<readonly Listed[]>;

const MOST_NAMED = 10;

const sentence = ({ Kind, Name, FlowType }: LookUpProperties, all: readonly Listed[]): string => {
  const what = FlowType === undefined ? Kind : `${FlowType} ${Kind}`;
  const names = all.map(({ name }) => name);
  const meant = nearest(Name, names);
  const some = names.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  const others = `There ${names.length === 1 ? 'is' : 'are'} ${some.join(', ') || 'none'}${names.length > MOST_NAMED ? ' and others' : ''}.`;
  return `The instance has no ${what} called "${Name}". ${meant === undefined ? others : `"${meant}" may be meant.`}`;
};

/** What was just made, and a new instance, may take a moment to show, hence the error that is worth another try. */
const find = (list: ListOf, calls: Calls, sought: LookUpProperties): Promise<string> =>
  calls(async () => {
    const all = await list(sought);
    const [first, ...others] = all.filter(({ name }) => name === sought.Name).map(({ arn }) => arn);
    if (first === undefined) {
      throw Object.assign(new Error(sentence(sought, all)), { name: 'ResourceNotFoundException' });
    }
    if (others.length === 0) return first;
    const arns = [first, ...others].join(', ');
    throw new Error(`The instance has ${others.length + 1} called "${sought.Name}": ${arns}. Name one by its ARN.`);
  });

/** Finds something that exists already by its exact name. It makes, changes and deletes nothing. */
export const lookUp =
  (list: ListOf, calls: Calls): ResourceHandler<LookUpProperties> =>
  async ({ RequestType, PhysicalResourceId, ResourceProperties: sought }) => {
    if (RequestType === 'Delete') return { physicalId: PhysicalResourceId ?? sought.Name };
    const arn = await find(list, calls, sought);
    return { physicalId: arn, data: { Arn: arn, Id: idIn(arn) } };
  };
