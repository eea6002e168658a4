import { analyse, missingOverrides, missingOverridesText, overridesText, worldOf } from '../../lib';
import { announcement, mainLine } from './support-line';

const centre = worldOf({
  flows: [mainLine({ announcement: 'Announcement', billing: 'Billing' }), announcement],
  agents: { ana: ['Billing'] },
});

const analysis = analyse(centre);
const missing = missingOverrides(analysis, { flowTypes: ['AGENT_WHISPER'] });

process.stdout.write(`${overridesText(analysis)}\n${missingOverridesText(missing)}`);
