import { relative } from 'node:path';

const DEEPEST = 40;

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

const stack = (): string[] => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEEPEST;
  const lines = new Error().stack?.split('\n').slice(1) ?? [];
  Error.stackTraceLimit = stackTraceLimit;
  return lines;
};

/** The line of the app that runs now: the nearest one outside this package's constructs and of installed packages. */
export const callingLine = (): string | undefined => {
  const frame = stack().find((line) => !isOurs(line) && !isForeign(line));
  const place = frame === undefined ? undefined : placeIn(frame);
  return place === undefined ? undefined : readablePlace(place);
};
