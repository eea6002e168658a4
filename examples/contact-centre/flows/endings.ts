import { disconnect, playPrompt } from '../../../lib/build';

/** Where everything goes that nobody foresaw. */
export const sorry = [playPrompt('Sorry, something went wrong on our side. Please try again later.'), disconnect()];

export const closed = [
  playPrompt(
    'Our office is closed. We are here from Monday to Friday, eight to six. For outages call again and press 3.',
  ),
  disconnect(),
];
