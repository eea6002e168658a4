import type { Analysis, ContactAnalysis, StageAnalysis, StageRun } from '../analyse';

const runJson = ({ source, flow, why, takesOutage, witness }: StageRun) => ({
  source,
  flow,
  why,
  takesOutage,
  witness: witness(),
});

const stageJson = ({ stage: { flowType, heardBy, on, beside }, runs }: StageAnalysis) => ({
  flowType,
  heardBy,
  on,
  beside: beside ?? null,
  runs: runs.map(runJson),
});

const contactJson = ({ method, channel, variant, stages }: ContactAnalysis) => ({
  method,
  channel,
  variant,
  stages: stages.map(stageJson),
});

/** Which flows can run, for programs: `{ entryPoints: [{ name, contacts: [{ method, channel, stages }] }] }`. */
export const overridesJson = ({ entryPoints, assumptions }: Analysis): string => {
  const entries = entryPoints.map(({ entryPoint, contacts }) => ({
    name: entryPoint.name,
    method: entryPoint.method,
    channel: entryPoint.channel,
    flow: entryPoint.flow ?? null,
    queue: entryPoint.queue ?? null,
    contacts: contacts.map(contactJson),
  }));
  return `${JSON.stringify({ entryPoints: entries, assumptions }, undefined, 2)}\n`;
};
