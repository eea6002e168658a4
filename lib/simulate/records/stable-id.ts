import { randomUuid, seededRandom } from '../random';

/** An identifier that the same text always gives (FNV-1a as the seed). */
export const stableId = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return randomUuid(seededRandom(hash));
};
