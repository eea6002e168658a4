import type { ActionType } from '../../../language';
import { type Exit, type Step, wayOn, waysOfFailure } from '../../flow/program';
import type { Exploration } from '../exploration';
import type { Frame } from '../place';
import { standingOf } from './standing';

/** Actions of which nothing but the ways out has to be known, unless they write what somebody reads. */
const OFTEN_INERT: ReadonlySet<string> = new Set<ActionType>([
  'AssociateContactToCustomerProfile',
  'CheckHoursOfOperation',
  'GetParticipantInput',
  'MessageParticipant',
  'TagContact',
  'UntagContact',
  'UpdateContactAttributes',
  'UpdateContactData',
  'UpdateContactMediaStreamingBehavior',
  'UpdateContactRecordingAndAnalyticsBehavior',
  'UpdateContactRecordingBehavior',
  'UpdateContactRoutingBehavior',
  'UpdateContactTextToSpeechVoice',
  'UpdateFlowAttributes',
  'UpdateFlowLoggingBehavior',
]);

const writesNothing = ({ surroundings, foresight }: Exploration, step: Step): boolean =>
  step.writes.every(([path]) => !path.includes('$') && !surroundings.relevant.has(path)) &&
  foresight.writtenBy(step).length === 0;

/** Hours that are not named are those of the queue, which have to be looked at. */
const namesHours = ({ action, parameters }: Step): boolean =>
  action.Type !== 'CheckHoursOfOperation' || (parameters.HoursOfOperationId ?? '') !== '';

const success = (step: Step): readonly Exit[] => {
  const next = wayOn(step);
  return next === null ? step.conditions : [next, ...step.conditions];
};

/** The ways of an action that changes nothing that is known of the contact; undefined where it may change something. */
export const inertWays = (exploration: Exploration, frame: Frame, step: Step): readonly Exit[] | undefined => {
  const standing = standingOf(step, frame);
  if (standing.kind === 'fails') return waysOfFailure(step, standing.branch);
  if (standing.kind === 'has no effect') return success(step);
  const isInert = OFTEN_INERT.has(step.action.Type) && namesHours(step) && writesNothing(exploration, step);
  return isInert ? [...success(step), ...step.errors] : undefined;
};
