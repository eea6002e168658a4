import type { DeclaredAnswers } from '../analyse';
import { CliError } from './cli-error';
import { readTextFile } from './read-flow-file';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');

const parsed = (file: string): unknown => {
  try {
    return JSON.parse(readTextFile(file));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${file} is not JSON: ${(error as Error).message}.`);
  }
};

const answersIn = (file: string, name: string, fields: unknown): DeclaredAnswers => {
  if (!isObject(fields)) throw new CliError(`${file}: ${name} has to be an object of keys and what they can hold.`);
  const declared = Object.entries(fields).map(([key, values]) => {
    if (isList(values)) return [key, [{ value: values }]] as const;
    throw new CliError(`${file}: ${name}.${key} has to be a list of texts, the values that it can have.`);
  });
  return Object.fromEntries(declared);
};

/** What functions can answer, by their names. @throws CliError where the file says something else */
export const readAnswers = (file: string): Readonly<Record<string, DeclaredAnswers>> => {
  const value = parsed(file);
  if (!isObject(value)) throw new CliError(`${file} has to be an object of functions and what they can answer.`);
  return Object.fromEntries(Object.entries(value).map(([name, fields]) => [name, answersIn(file, name, fields)]));
};
