import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_FLOW_DOCUMENTS } from '../lib/journey';
import { type FlowDocument, FlowReadError, read, write } from '../lib/language';

const FOLDER = path.resolve(__dirname, '../../shared/corpus/flows');

const textIn = (file: string): readonly string[] => {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  try {
    read(text, file);
    return [text];
  } catch (error) {
    if (error instanceof FlowReadError) return [];
    throw error;
  }
};

/** Texts of real flows where the corpus lies beside the repository, else of the default flows. */
export const flowTexts = (): readonly string[] => {
  try {
    return readdirSync(FOLDER).flatMap(textIn);
  } catch {
    return Object.values(DEFAULT_FLOW_DOCUMENTS).map((document) => write(document, { indent: 'compact' }));
  }
};

/** A flow of so many actions that is in order: prompts, attributes and menus in turn. */
export const longFlow = (actions: number): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: 'step 0',
  Metadata: {},
  Actions: Array.from({ length: actions }, (_, i) => action(i, actions)),
});

const action = (i: number, actions: number): FlowDocument['Actions'][number] => {
  const next = `step ${i + 1}`;
  if (i === actions - 1)
    return { Identifier: `step ${i}`, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  const Errors = [{ ErrorType: 'NoMatchingError', NextAction: `step ${actions - 1}` }];
  const [Type, Parameters] =
    i % 2 === 0
      ? ['MessageParticipant', { Text: `This is prompt number ${i}.` }]
      : ['UpdateContactAttributes', { Attributes: { [`key${i}`]: `value ${i}` }, TargetContact: 'Current' }];
  return {
    Identifier: `step ${i}`,
    Type: String(Type),
    Parameters,
    Transitions: { NextAction: next, Errors, Conditions: [] },
  };
};
