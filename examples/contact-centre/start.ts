import { exitCodeOf, journeysJson, playJourneys } from './play';
import { printed } from './print';
import { synthesise } from './synthesise';

const OPTIONS = ['--json', '--help'];

const HELP = `Synthesises the example contact centre and plays one contact of every initiation method through it.

Usage: npm start -- [--json]

  --json   print the journeys as JSON
  --help   print this

Exit code: 0 when every journey runs as the topic says, 1 when one deviates, 2 for misuse.`;

/** A line that goes again; only on a terminal. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};

const main = async (args: readonly string[]): Promise<number> => {
  const unknown = args.find((arg) => !OPTIONS.includes(arg));
  if (unknown !== undefined) {
    process.stderr.write(`There is no option ${unknown}; there are ${OPTIONS.join(' and ')}.\n`);
    return 2;
  }
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  progress('Synthesising the contact centre …');
  const world = synthesise();
  progress('Playing the journeys …');
  const played = await playJourneys(world);
  progress('');
  process.stdout.write(
    `${args.includes('--json') ? JSON.stringify(journeysJson(played), null, 2) : printed(played)}\n`,
  );
  return exitCodeOf(played);
};

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
