import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { stacksOfAssembly, type World, worldFromTemplates } from '../../lib/simulate';
import { ContactCentreStack } from './contact-centre-stack';

/** The CLI asks for these, so that templates say which construct and which folder a resource comes from. */
const AS_THE_CLI_DOES = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };

/**
 * Synthesises the centre in this process and gives it as a world; the folder of the assembly goes when the process ends.
 *
 * @param context more context for the app, as `cdk -c` gives it
 */
export const synthesise = (context: Readonly<Record<string, unknown>> = {}): World => {
  const outdir = mkdtempSync(join(tmpdir(), 'contact-centre-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const app = new App({ outdir, context: { ...AS_THE_CLI_DOES, ...context } });
  new ContactCentreStack(app, 'ContactCentre');
  app.synth();
  return worldFromTemplates(stacksOfAssembly(outdir));
};
