// @ts-check
/**
 * The process in which a function runs: it loads the handler and calls it for every event that its parent sends. It is plain
 * JavaScript, as it is started by itself and must not need anything but Node.
 */
const { existsSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const {
  LAMBDA_TASK_ROOT: root = '.',
  _HANDLER: handlerName = 'index.handler',
  AWS_ENDPOINT_URL: endpoint = '',
} = process.env;
const cloud = new URL(endpoint);

/**
 * The embedded cloud does not speak TLS, and many handlers of custom resources answer with https.request to port 443,
 * whatever their response URL says.
 *
 * @param {any} target
 */
const isCloud = (target) => {
  const host =
    typeof target === 'string' || target instanceof URL ? new URL(target).hostname : (target.hostname ?? target.host);
  return host === cloud.hostname;
};

/** @param {any} target */
const plain = (target) => {
  if (typeof target !== 'string' && !(target instanceof URL)) {
    return { ...target, protocol: 'http:', port: cloud.port, agent: undefined };
  }
  const url = new URL(target);
  return { hostname: cloud.hostname, port: cloud.port, path: `${url.pathname}${url.search}` };
};

/** How much faster than for others time passes here: for pauses, and for whoever asks how long something took. */
const speed = Number(process.argv[2] ?? 1);
if (speed !== 1) {
  const { now } = Date;
  const wait = globalThis.setTimeout;
  const start = now();
  Date.now = () => start + (now() - start) * speed;
  /** @type {any} */ (globalThis).setTimeout = (
    /** @type {any} */ callback,
    /** @type {number} */ milliseconds = 0,
    /** @type {any[]} */ ...rest
  ) => wait(callback, milliseconds / speed, ...rest);
}

const secure = https.request;
/** @type {any} */ (https).request = (/** @type {any} */ target, /** @type {any[]} */ ...rest) => {
  if (!isCloud(target)) return /** @type {any} */ (secure)(target, ...rest);
  const [options, callback] = typeof rest[0] === 'function' ? [{}, rest[0]] : [rest[0] ?? {}, rest[1]];
  return http.request({ ...options, ...plain(target) }, callback);
};

/** @returns {Promise<Function>} */
const load = async () => {
  const dot = handlerName.lastIndexOf('.');
  const stem = path.resolve(root, handlerName.slice(0, dot));
  const name = handlerName.slice(dot + 1);
  const file = ['.js', '.mjs', '.cjs'].map((ending) => `${stem}${ending}`).find((each) => existsSync(each));
  if (file === undefined) throw new Error(`Cannot find module '${handlerName.slice(0, dot)}'`);
  const loaded = await import(pathToFileURL(file).href);
  const handler = loaded[name] ?? loaded.default?.[name];
  if (typeof handler !== 'function') throw new TypeError(`${handlerName} is undefined or not exported`);
  return handler;
};

/**
 * @param {Function} handler
 * @param {unknown} event
 * @param {Record<string, unknown>} facts
 */
const call = (handler, event, { timeoutSeconds, ...facts }) =>
  new Promise((resolve, reject) => {
    const deadline = Date.now() + Number(timeoutSeconds) * 1000;
    const context = {
      ...facts,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    };
    const done = (/** @type {unknown} */ error, /** @type {unknown} */ result) =>
      error ? reject(error) : resolve(result);
    const returned = handler(event, context, done);
    if (handler.length < 3 || typeof returned?.then === 'function') Promise.resolve(returned).then(resolve, reject);
  });

/** @param {any} error */
const described = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: error?.message ?? String(error),
  trace: String(error?.stack ?? '').split('\n'),
});

const loading = load();
loading.catch(() => undefined);

process.on('message', async (/** @type {any} */ { event, context }) => {
  /** @type {any} */
  let answer;
  try {
    answer = { result: (await call(await loading, event, context)) ?? null };
  } catch (error) {
    const failure = described(error);
    console.error(failure.trace.join('\n') || failure.errorMessage);
    answer = { error: failure };
  }
  process.send?.(answer);
});
