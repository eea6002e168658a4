import { contactRecords, disconnect, inboundFlow, playPrompt, Simulation, transferToQueue, worldOf } from '../../lib';

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];
const mainLine = inboundFlow('Main line', { onError: sorry }, [transferToQueue('Billing', { atCapacity: sorry })]);
const centre = worldOf({ flows: [mainLine], agents: { ana: ['Billing'], ben: ['Billing'] } });

/** How long callers wait, in seconds, when a call comes in every 45 s and each takes three minutes. */
export const waits = async (calls: number): Promise<readonly number[]> => {
  const waited: number[] = [];
  const simulation = new Simulation(centre, {
    onFinished: (finished) =>
      waited.push(...contactRecords(finished, centre).flatMap(({ Queue }) => (Queue ? [Queue.Duration] : []))),
  });
  for (const name of ['ana', 'ben']) simulation.seat({ name, afterContactWorkSeconds: 20 });
  for (let i = 0; i < calls; i++)
    simulation.clock.after(i * 45_000, () => {
      const story = simulation.newStory({}, [{ does: 'hangs up', who: 'customer', afterSeconds: 180 }]);
      simulation.startContact({ method: 'INBOUND', flow: 'Main line' }, story);
    });
  await simulation.advance(() => waited.length === calls, 24 * 3600);
  return waited;
};
