import { disconnect, inboundFlow, menu, playPrompt, setAttributes, transferToFlow } from '../../../lib/build';
import type { Centre } from './centre';
import { waitFor } from './queueing';

const thanks = [playPrompt('Thank you. Goodbye.'), disconnect()];
const rated = (stars: string) => [setAttributes({ stars }), ...thanks];

/** Runs when the agent has hung up and the customer is still there. It leads back to where customers come from. */
export const survey = ({ billing, mainLine }: Pick<Centre, 'billing' | 'mainLine'>) =>
  inboundFlow('Survey', { onError: [disconnect()] }, [
    menu(
      'How was it? Press 1 for good, 2 for so-so, 3 for bad. For the billing desk, press 4. To start again, press 5.',
      {
        1: rated('3'),
        2: rated('2'),
        3: rated('1'),
        4: [waitFor(billing)],
        5: [transferToFlow(mainLine)],
        timeout: thanks,
        noMatch: thanks,
      },
    ),
  ]);
