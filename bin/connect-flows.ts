#!/usr/bin/env node
import { main } from '../lib/cli/main';
import { version } from '../package.json';

main(process.argv.slice(2), version).then((code) => {
  process.exitCode = code;
});
