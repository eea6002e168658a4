import { plan } from '../place-step';
import type { ActionsPlan, Way } from '../plan';
import type { Again } from '../step';

const waysOf = ({ first, last, doneFirst }: Again<never>): readonly Way[] => {
  const ways: Way[] = [
    { name: 'again', condition: { operator: 'Equals', operand: 'ContinueLooping' }, to: first, back: 'holder' },
    { name: 'then', condition: { operator: 'Equals', operand: 'DoneLooping' }, to: last },
  ];
  return doneFirst ? ways.reverse() : ways;
};

/** The Loop action that an `again` becomes; it counts for the step whose branch it is. */
export const againPlan = (again: Again<never>, holding: ActionsPlan): ActionsPlan => ({
  kind: 'actions',
  uses: [],
  written: holding.written,
  actions: [
    plan(
      'Loop',
      { LoopCount: again.times },
      {
        next: { copyOf: 'DoneLooping' },
        optionalCatchAll: false,
        ways: [waysOf(again)],
      },
    ),
  ],
});
