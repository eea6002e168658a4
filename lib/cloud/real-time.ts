/**
 * The one place of the embedded cloud that looks at a real clock: its clients are real programs, which wait in real time.
 * Everything else gets the time as an argument.
 */
export const systemClock = (): Date => new Date();

/** Calls back after a while, unless it is told not to. It keeps no process alive. */
export const afterSeconds = (seconds: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, seconds * 1000);
  timer.unref();
  return () => clearTimeout(timer);
};
