import { disconnect, inboundFlow, menu, playPrompt, simulate, transcript, transferToQueue, worldOf } from '../../lib';

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];
const billing = [transferToQueue('Billing', { atCapacity: sorry })];
const mainLine = inboundFlow('Main line', { onError: sorry }, [
  menu('For billing, press 1.', { 1: billing, timeout: sorry, noMatch: sorry }),
]);

const centre = worldOf({ flows: [mainLine], agents: { ana: ['Billing'] } });
const start = { method: 'INBOUND', flow: 'Main line' } as const;
const call = simulate(centre, { start, customer: { presses: ['1'] }, agents: [{ name: 'ana' }] });
call.then((result) => console.log(transcript(result)));
