import type { LegalIn } from '../../language/wire';
import { onError, onErrorType, plan, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';

type ProfileAction =
  | 'GetCustomerProfile'
  | 'CreateCustomerProfile'
  | 'UpdateCustomerProfile'
  | 'AssociateContactToCustomerProfile'
  | 'GetCustomerProfileObject'
  | 'GetCalculatedAttributesForCustomerProfile';

export type Profiling = LegalIn<ProfileAction>;

interface ProfilePlan {
  readonly type: ProfileAction;
  readonly block: string;
  readonly words?: string;
  readonly request: { readonly [key: string]: unknown };
  readonly keep?: readonly string[];
}

interface ProfileWays extends OnError<never> {
  readonly none?: Branch<never>;
  readonly multiple?: Branch<never>;
}

/** A step about customer profiles; its author is the function that the script calls. */
export const profileStep = (
  author: (...given: never[]) => unknown,
  { type, block, words, request, keep }: ProfilePlan,
  branches: ProfileWays,
): Step<Profiling> => {
  const action = plan(
    type,
    { ProfileRequestData: request, ProfileResponseData: keep },
    {
      block,
      words,
      ways: [
        onErrorType('none', 'NoneFoundError', branches.none),
        onErrorType('multiple', 'MultipleFoundError', branches.multiple),
        onError(branches),
      ],
      metadata: { customerProfilesAction: type },
    },
  );
  return step(author, [action]);
};
