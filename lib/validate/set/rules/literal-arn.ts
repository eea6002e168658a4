import { textsIn } from '../../described-values';
import type { PlacedAction } from '../../subject';
import { type ArnOwner, ownerIn } from '../connect-arn';
import { exampleFlow, step } from '../example-flows';
import type { SetContext } from '../flow-in-set';
import type { PlacedFlow } from '../flow-set';
import { SET_MESSAGES } from '../messages';
import type { SetRule } from '../set-rule';

interface Use {
  readonly owner: ArnOwner;
  readonly action: PlacedAction;
  readonly path: string;
  readonly actions: Set<PlacedAction>;
}

/** The first use of each owner, with all the actions that name it. */
const usesIn = ({ actions }: PlacedFlow): Iterable<Use> => {
  const uses = new Map<string, Use>();
  for (const action of actions) {
    for (const [path, text] of textsIn(action.parameters, `${action.path}.Parameters`)) {
      const owner = ownerIn(text);
      if (owner === undefined) continue;
      const use = uses.get(owner.key) ?? { owner, action, path, actions: new Set() };
      uses.set(owner.key, use);
      use.actions.add(action);
    }
  }
  return uses.values();
};

type Standing = 'own' | 'foreign' | 'unknown';

const accountStanding = (owner: ArnOwner, account: string | undefined): Standing => {
  if (account === undefined) return 'unknown';
  if (account !== owner.account) return 'foreign';
  return owner.instanceId === undefined ? 'own' : 'unknown';
};

/** Replicas of an instance in other Regions have its id, so the id decides. */
const standingOf = (owner: ArnOwner, { instanceArn, account }: SetContext): Standing => {
  const known = instanceArn === undefined ? undefined : ownerIn(instanceArn);
  if (known === undefined || owner.instanceId === undefined) return accountStanding(owner, account ?? known?.account);
  return known.key === owner.key ? 'own' : 'foreign';
};

const ELSEWHERE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000002';
const HERE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
const QUEUE = '/queue/0f1e0000-bbbb-4ccc-8ddd-000000000001';
const waitsIn = (queue: string) =>
  exampleFlow('a', 'Main line', 'CONTACT_FLOW', step('Set queue', 'UpdateContactTargetQueue', { QueueId: queue }));

export const literalArn: SetRule = {
  name: 'literal-arn',
  severity: 'error',
  evidence: 'documented',
  summary:
    'Literal ARNs tie a flow to one instance or account (warning); an error where the flow is known to be for another instance.',
  examples: {
    failing: { flows: [waitsIn(`${ELSEWHERE}${QUEUE}`)], context: { instanceArn: HERE } },
    passing: { flows: [waitsIn(`${HERE}${QUEUE}`)], context: { instanceArn: HERE } },
  },
  *find({ flows, context }) {
    for (const flow of flows) {
      for (const { owner, action, path, actions } of usesIn(flow)) {
        const standing = standingOf(owner, context);
        if (standing === 'own') continue;
        const foreign = standing === 'foreign';
        // A function of another account can be called where its policy allows it.
        const severity = foreign && owner.instanceId !== undefined ? 'error' : 'warning';
        const message = SET_MESSAGES.literalArn(action, actions.size - 1, owner, foreign);
        yield { flow, action: action.id, path, severity, ...message };
      }
    }
  },
};
