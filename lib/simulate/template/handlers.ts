import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { TemplateError } from './template';

/** A Lambda function of a template, with everything that loading its code needs. */
export interface FunctionResource {
  readonly logicalId: string;
  readonly name: string;
  /** `file.export` */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The unpacked code; undefined where the code lies elsewhere. */
  readonly codeFolder?: string;
  /** Code written into the template. */
  readonly inlineCode?: string;
}

type Handler = (event: unknown, context: unknown, callback: (error: unknown, answer?: unknown) => void) => unknown;

/** Set for handlers unless the function says otherwise: their log lines are no part of a transcript. */
const QUIET = { POWERTOOLS_LOG_LEVEL: 'SILENT' };

/** Runs with the environment of a function, and puts the old one back once the answer is there. */
const withEnvironment = async <T>(
  environment: Readonly<Record<string, string>>,
  work: () => T | Promise<T>,
): Promise<T> => {
  const before = new Map(Object.keys(environment).map((key) => [key, process.env[key]]));
  Object.assign(process.env, environment);
  try {
    return await work();
  } finally {
    for (const [key, value] of before) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
  }
};

const EXTENSIONS = ['.js', '.cjs'];

const fromFolder = (folder: string, file: string): Record<string, unknown> => {
  const path = EXTENSIONS.map((extension) => join(folder, file + extension)).find((each) => existsSync(each));
  if (!path) throw new TemplateError(`There is no ${file}.js in the code of the function, ${folder}.`);
  const absolute = resolve(path);
  const load = createRequire(absolute);
  delete load.cache[absolute];
  return load(absolute);
};

const fromText = (code: string): Record<string, unknown> => {
  const module = { exports: {} as Record<string, unknown> };
  new Function('exports', 'module', 'require', code)(
    module.exports,
    module,
    createRequire(join(process.cwd(), 'inline.js')),
  );
  return module.exports;
};

const load = ({ logicalId, handler, codeFolder, inlineCode }: FunctionResource): Handler => {
  const dot = handler.lastIndexOf('.');
  if (inlineCode === undefined && codeFolder === undefined)
    throw new TemplateError(`The code of function "${logicalId}" is not in the assembly. Give a stand-in for it.`);
  const exports =
    inlineCode === undefined ? fromFolder(codeFolder as string, handler.slice(0, dot)) : fromText(inlineCode);
  const found = exports[handler.slice(dot + 1)];
  if (typeof found !== 'function')
    throw new TemplateError(`The code of function "${logicalId}" exports no ${handler.slice(dot + 1)}.`);
  return found as Handler;
};

const call = (handler: Handler, event: unknown, context: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const answer = handler(event, context, (error, value) => (error ? reject(error) : resolve(value)));
    if (answer instanceof Promise) answer.then(resolve, reject);
    else if (handler.length < 3) resolve(answer);
  });

/** The real handler of a function, loaded at its first call and kept, as a warm function is. */
export const handlerOf = (resource: FunctionResource): ((event: unknown) => Promise<unknown>) => {
  const environment = { ...QUIET, AWS_LAMBDA_FUNCTION_NAME: resource.name, ...resource.environment };
  const context = { functionName: resource.name, awsRequestId: 'simulated', getRemainingTimeInMillis: () => 8_000 };
  let handler: Handler | undefined;
  return (event) =>
    withEnvironment(environment, () => {
      handler ??= load(resource);
      return call(handler, structuredClone(event), context);
    });
};
