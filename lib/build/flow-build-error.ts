import type { BuildProblem } from './messages';
import type { Written } from './plan';
import { placeOf } from './written';

/** Where a flow cannot be built: the flow, and the step if one is to blame. */
export interface BuildPlace {
  readonly flow?: string;
  readonly step?: string;
  readonly written?: Written;
}

const sentence = ({ flow, step }: BuildPlace, source: string | undefined): string => {
  const parts = [flow && `Flow "${flow}"`, step && `step "${step}"`, source && `at ${source}`];
  return parts.filter(Boolean).join(', ');
};

/** A script that cannot become a flow: what is wrong, where, why it matters and how to fix it. */
export class FlowBuildError extends Error {
  override readonly name = 'FlowBuildError';
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly flow?: string;
  readonly step?: string;
  /** `file:line:column` of the step. */
  readonly source?: string;

  constructor(problem: BuildProblem, place: BuildPlace) {
    const source = place.written && placeOf(place.written);
    const where = sentence(place, source);
    super(`${where === '' ? '' : `${where}: `}${problem.what} ${problem.why} ${problem.fix}`);
    this.what = problem.what;
    this.why = problem.why;
    this.fix = problem.fix;
    this.flow = place.flow;
    this.step = place.step;
    this.source = source;
  }
}
