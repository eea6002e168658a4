import { attribute, playPrompt, setAttributes, setVoice, when } from '../../../lib/build';

export const english = [setAttributes({ language: 'en' }), setVoice('Joanna', { engine: 'Neural', language: 'en-US' })];

export const spanish = [setAttributes({ language: 'es' }), setVoice('Lupe', { engine: 'Neural', language: 'es-US' })];

/** Says a sentence in the language that the caller chose. */
export const said = (inEnglish: string, inSpanish: string) =>
  when(attribute('language'), { es: [playPrompt(inSpanish)], otherwise: [playPrompt(inEnglish)] });
