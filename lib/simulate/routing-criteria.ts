import type { RoutingExpression, RoutingStep } from './contact-settings';
import type { WorldAgent } from './world';

const meets = (agent: WorldAgent, expression: RoutingExpression): boolean => {
  switch (expression.kind) {
    case 'agents':
      return expression.agents.includes(agent.arn);
    case 'proficiency':
      return (agent.proficiencies?.[expression.attribute]?.[expression.value] ?? 0) >= expression.level;
    case 'all':
      return expression.of.every((each) => meets(agent, each));
  }
};

/** The step that holds after a time in the queue; undefined once all have expired, and then any agent will do. */
const stepAt = (steps: readonly RoutingStep[], waitedSeconds: number): RoutingStep | undefined => {
  let left = waitedSeconds;
  for (const step of steps) {
    if (step.seconds === null || left < step.seconds) return step;
    left -= step.seconds;
  }
  return undefined;
};

/** Whether an agent meets what the routing criteria of a contact ask for after a time in the queue. */
export const fitsRouting = (agent: WorldAgent, steps: readonly RoutingStep[], waitedSeconds: number): boolean => {
  const step = stepAt(steps, waitedSeconds);
  return step === undefined || meets(agent, step.expression);
};
