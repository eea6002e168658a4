import type { Written } from './plan';

type Author = (...given: never[]) => unknown;

/** Notes where `author` was called. One frame, formatted only when it is asked for: cheap enough for every step. */
export const writtenBy = (author: Author): Written => {
  const limit = Error.stackTraceLimit;
  const written: Written = {};
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(written, author);
  Error.stackTraceLimit = limit;
  return written;
};

/** The call as `file:line:column`, or undefined where the engine kept none. */
export const placeOf = (written: Written): string | undefined => {
  const frame = written.stack?.split('\n').find((line) => /:\d+:\d+\)?$/.test(line));
  const place = frame && (/\((.+:\d+:\d+)\)$/.exec(frame)?.[1] ?? /at (?:async )?(.+:\d+:\d+)$/.exec(frame)?.[1]);
  return place || undefined;
};
