#!/usr/bin/env node
import { main } from '../lib/cli/main';
import { version } from '../package.json';

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main(process.argv.slice(2), version).then((code) => {
  process.exitCode = code;
});
