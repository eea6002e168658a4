import { disconnect, inboundFlow, menu, playPrompt, setAttributes } from '../../../lib/build';

const thanks = [playPrompt('Thank you. Goodbye.'), disconnect()];
const rated = (stars: string) => [setAttributes({ stars }), ...thanks];

/** Runs when the agent has hung up and the customer is still there. */
export const survey = inboundFlow('Survey', { onError: [disconnect()] }, [
  menu('How was it? Press 1 for good, 2 for so-so, 3 for bad.', {
    1: rated('3'),
    2: rated('2'),
    3: rated('1'),
    timeout: thanks,
    noMatch: thanks,
  }),
]);
