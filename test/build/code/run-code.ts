import { transformSync } from 'esbuild';
import * as build from '../../../lib/build';
import type { FlowDocument } from '../../../lib/language';

interface Exports {
  readonly [name: string]: unknown;
}

/** What code exports when it is run; whatever it imports is the builder. */
export const exportsOf = (code: string): Exports => {
  const { code: script } = transformSync(code, { loader: 'ts', format: 'cjs' });
  const module: { exports: Exports } = { exports: {} };
  new Function('require', 'module', 'exports', script)(() => build, module, module.exports);
  return module.exports;
};

/** The document of the one flow that code exports, made with its sample where it wants bindings. */
export const documentOf = (code: string): FlowDocument => {
  const { sample, ...flows } = exportsOf(code);
  const [exported] = Object.values(flows);
  const flow = (typeof exported === 'function' ? exported(sample) : exported) as build.Flow;
  return flow.document;
};
