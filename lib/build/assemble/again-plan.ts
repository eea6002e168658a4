import { plan } from '../place-step';
import type { ActionsPlan } from '../plan';
import type { Again } from '../step';

/** The Loop action that an `again` becomes; it counts for the step whose branch it is. */
export const againPlan = ({ times, first, last }: Again<never>, holding: ActionsPlan): ActionsPlan => ({
  kind: 'actions',
  uses: [],
  written: holding.written,
  actions: [
    plan(
      'Loop',
      { LoopCount: times },
      {
        next: { copyOf: 'DoneLooping' },
        optionalCatchAll: false,
        ways: [
          [
            { name: 'again', condition: { operator: 'Equals', operand: 'ContinueLooping' }, to: first, back: 'holder' },
            { name: 'then', condition: { operator: 'Equals', operand: 'DoneLooping' }, to: last },
          ],
        ],
      },
    ),
  ],
});
