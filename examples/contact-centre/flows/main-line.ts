import {
  again,
  attribute,
  checkHours,
  inboundFlow,
  invoke,
  menu,
  setAttributes,
  setLogging,
  setQueueFlow,
  setWhispers,
  when,
} from '../../../lib/build';
import type { Centre } from './centre';
import { closed, sorry } from './endings';
import { english, spanish } from './languages';
import { waitFor } from './queueing';

/** Who is calling? An answer that does not come counts as an ordinary customer. */
const recognise = ({ lookUp }: Centre) => [
  invoke(lookUp, { timeLimitSeconds: 3, onError: [] }),
  when(lookUp.result.tier, {
    gold: [setAttributes({ tier: 'gold', name: lookUp.result.name })],
    otherwise: [setAttributes({ tier: 'standard' })],
  }),
];

/** The rules choose the whispers; where they name none, or do not answer, the usual ones stand. */
const whispersByRules = ({ journeyRules, agentWhisper, customerWhisper }: Centre) => {
  const usual = {
    agent: [setWhispers({ agent: agentWhisper })],
    customer: [setWhispers({ customer: customerWhisper })],
  };
  const { AgentWhisper, CustomerWhisper } = journeyRules.result;
  return [
    invoke(journeyRules, { parameters: { flowType: 'CONTACT_FLOW' }, timeLimitSeconds: 3, onError: [] }),
    when(AgentWhisper, {
      none: usual.agent,
      otherwise: [setWhispers({ agent: AgentWhisper }, { onError: usual.agent })],
    }),
    when(CustomerWhisper, {
      none: usual.customer,
      otherwise: [setWhispers({ customer: CustomerWhisper }, { onError: usual.customer })],
    }),
  ];
};

const departments = (centre: Centre) => ({
  1: [checkHours(centre.office, { closed }), waitFor(centre.sales)],
  2: [
    checkHours(centre.office, { closed }),
    when(attribute('tier'), { gold: [waitFor(centre.gold)], otherwise: [waitFor(centre.billing)] }),
  ],
  3: [waitFor(centre.outages)],
  timeout: again({ times: 2, finally: sorry }),
  noMatch: again({ times: 2, finally: sorry }),
});

/** What everybody meets who calls Larkfield Energy. */
export const mainLine = (centre: Centre) => {
  const choices = departments(centre);
  return inboundFlow('Main line', { onError: sorry, description: 'Sales, billing and outages in two languages' }, [
    setLogging('Enabled'),
    menu('Welcome to Larkfield Energy. For English, press 1. Para español, oprima el 2.', {
      1: english,
      2: spanish,
      timeout: english,
      noMatch: english,
    }),
    ...recognise(centre),
    setQueueFlow(centre.waiting),
    ...whispersByRules(centre),
    when(attribute('language'), {
      es: [menu('Para ventas, oprima el 1. Para facturas, el 2. Para averías, el 3.', choices)],
      otherwise: [menu('For sales, press 1. For billing, press 2. For outages, press 3.', choices)],
    }),
  ]);
};
