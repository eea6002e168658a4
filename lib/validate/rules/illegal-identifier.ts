import { FORBIDDEN_IDENTIFIER_CHARACTERS, FORBIDDEN_IDENTIFIERS, LIMITS } from '../../language';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Finding, Rule } from '../rule';
import { inEachAction } from '../subject';

const FORBIDDEN: ReadonlySet<string> = new Set(FORBIDDEN_IDENTIFIER_CHARACTERS);

/** Letters, digits and what else most identifiers are made of. */
const CLEAN = /^[\w .'-]*$/;

const isClean = (id: string): boolean => CLEAN.test(id);

/** Most identifiers are such; no reserved word is. */
const UUID = /^[0-9a-f-]{36}$/;

function* faultsOf(id: string): Generator<Finding> {
  const path = 'Identifier';
  if (id === '') yield { path, ...MESSAGES.emptyIdentifier() };
  if (id.length > LIMITS.identifierCharacters) yield { path, ...MESSAGES.longIdentifier(id) };
  const characters = isClean(id) ? [] : [...new Set(id)].filter((character) => FORBIDDEN.has(character));
  if (characters.length > 0) yield { path, ...MESSAGES.forbiddenCharacters(id, characters) };
  const reserved = FORBIDDEN_IDENTIFIERS.find((word) => id.includes(word));
  if (reserved === undefined) return;
  const doubt = id === reserved ? {} : ({ severity: 'note', evidence: 'assumed' } as const);
  yield { path, ...MESSAGES.reservedIdentifier(id, reserved), ...doubt };
}

export const illegalIdentifier: Rule = {
  name: 'illegal-identifier',
  severity: 'warning',
  evidence: 'documented',
  summary: 'An identifier is empty, too long, reserved, or holds a character that the Flow language forbids.',
  examples: { failing: flow(say('hello (again)', 'Hello.')), passing: flow(say('hello again', 'Hello.')) },
  find: inEachAction(({ id }) => (UUID.test(id) || hasPlaceholder(id) ? undefined : faultsOf(id))),
};
