import type { Kernel } from '../lib/simulate/kernel';

/** The tests in which contacts are simulated. */
const SIMULATES = /\/test\/(simulate|testing|examples|report|cli|conformance\/corpus-flows)\b/;

type Watched = Kernel & { onStep: Kernel['onStep'] };

/** Whatever a test simulates, the records, events and logs that it leaves must agree with each other. */
const watchSimulations = (): void => {
  // Loaded here, so that tests without a simulation do not pay for it.
  const { Simulation, checkRecords, recordSteps, runRecords } =
    require('../lib/simulate') as typeof import('../lib/simulate');
  const runs = new Map<InstanceType<typeof Simulation>, ReturnType<typeof recordSteps>>();
  const start = Simulation.prototype.startContact;
  Simulation.prototype.startContact = function startWatched(...facts) {
    if (!runs.has(this)) {
      const recorder = recordSteps();
      const { onStep } = this;
      (this as Watched).onStep = (taken) => {
        recorder.onStep(taken);
        onStep?.(taken);
      };
      runs.set(this, recorder);
    }
    return start.apply(this, facts);
  };
  afterEach(() => {
    const finished = [...runs];
    runs.clear();
    const problems = finished.flatMap(([simulation, { steps }]) => {
      const result = simulation.result();
      // Contacts that the simulation has let go of are the business of whoever got them.
      const kept = new Set(result.contacts);
      const left = steps.filter(({ contact }) => kept.has(contact));
      return checkRecords(runRecords(result, simulation.world.world, left));
    });
    expect(problems).toEqual([]);
  });
};

if (SIMULATES.test(expect.getState().testPath ?? '')) watchSimulations();
