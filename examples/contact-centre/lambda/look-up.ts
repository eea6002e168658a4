import { answer, parseContactFlowEvent } from '../../../lib/runtime';

/** Stands for a customer database. */
const GOLD_CUSTOMERS: Readonly<Record<string, string>> = {
  '+15555550123': 'Sam Example',
};

/** Tells a flow who is calling; everybody the database does not know is a standard customer. */
export const handler = async (event: unknown): Promise<Record<string, string>> => {
  const parsed = parseContactFlowEvent(event);
  const number = parsed.ok ? parsed.event.Details.ContactData.CustomerEndpoint?.Address : undefined;
  const name = number && Object.hasOwn(GOLD_CUSTOMERS, number) ? GOLD_CUSTOMERS[number] : undefined;
  return answer({ tier: name ? 'gold' : 'standard', name: name ?? 'Customer' });
};
