import { flow, setQueue, toQueue } from '../example-flow';
import { withoutHaving } from '../flow-facts/history';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

const TYPE = 'TransferContactToQueue';

export const transferWithoutQueue: Rule = {
  name: 'transfer-without-queue',
  severity: 'warning',
  evidence: 'documented',
  summary:
    'Some way leads to a transfer to a queue without a working queue (a note where one may be preset, or setting it failed).',
  examples: {
    failing: flow(toQueue()),
    passing: flow(setQueue('queue'), toQueue()),
    context: { type: 'CONTACT_FLOW' },
  },
  *find(subject) {
    const { type } = subject.context;
    const transfers = withoutHaving(subject, 'queueSet', subject.ofType(TYPE));
    const untried = new Set(withoutHaving(subject, 'queueTried', transfers));
    for (const placed of transfers) {
      const failed = !untried.has(placed);
      // Quick connects and the callers of modules set the queue before.
      const severity = type === 'CONTACT_FLOW' && !failed ? 'warning' : 'note';
      yield foundIn(placed, { path: '', severity, ...MESSAGES.transferWithoutQueue(placed, type, failed) });
    }
  },
};
