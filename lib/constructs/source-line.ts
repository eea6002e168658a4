import { relative } from 'node:path';

/** Between the app and this file stand a few frames of ours, and those of constructs that wrap ours. */
const DEEPEST = 16;

const isOurs = (frame: string): boolean => frame.includes(__dirname);
const isForeign = (frame: string): boolean => frame.includes('node_modules') || frame.includes('node:');

/** `file:line:column` of a frame, or undefined for frames without a file. */
const placeIn = (frame: string): string | undefined => {
  const [, called, bare] = /\((.+:\d+:\d+)\)$|at (?:async )?(.+:\d+:\d+)$/.exec(frame) ?? [];
  return called ?? bare;
};

/** A place as one reads it where the command runs. */
export const readablePlace = (place: string): string => {
  const path = place.replace(/^file:\/\//, '');
  const shorter = relative(process.cwd(), path);
  return shorter.startsWith('..') ? path : shorter;
};

/** Where the program is now. What V8 notes is put into words, which takes longer, only when it is asked for. */
const trace = (): Error => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEEPEST;
  const here = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return here;
};

const lineIn = ({ stack = '' }: Error): string | undefined => {
  const frame = stack
    .split('\n')
    .slice(1)
    .find((line) => !isOurs(line) && !isForeign(line));
  const place = frame === undefined ? undefined : placeIn(frame);
  return place === undefined ? undefined : readablePlace(place);
};

/**
 * The line of the app that runs now: the nearest one outside this package's constructs and of installed packages. It is
 * looked for when it is asked for.
 */
export const callingLine = (): (() => string | undefined) => {
  const here = trace();
  let line: { readonly text: string | undefined } | undefined;
  return () => {
    line ??= { text: lineIn(here) };
    return line.text;
  };
};
