import * as fc from 'fast-check';
import { disconnect, type Flow, inboundFlow, playPrompt, type Script } from '../../lib/build';
import {
  exitsOf,
  FORBIDDEN_IDENTIFIER_CHARACTERS,
  FORBIDDEN_IDENTIFIERS,
  formOf,
  type JsonObject,
  LIMITS,
  specOf,
} from '../../lib/language';
import { check } from '../../lib/validate';
import { onError, type Sketch, scriptOf, sketches, withStep } from './generated-scripts';
import { identifiersOf } from './wire';

const flowOf = (sketch: Sketch): Flow => {
  const script = scriptOf({ ...sketch, ends: false });
  const whole = [...script, playPrompt('The end.'), disconnect()] as Script<'CONTACT_FLOW'>;
  return inboundFlow('Generated', { onError }, whole);
};

const forAnyFlow = (holds: (flow: Flow) => void): void =>
  fc.assert(
    fc.property(sketches, (sketch) => holds(flowOf(sketch))),
    { numRuns: 100 },
  );

test('Every way out of every action leads to an action', () => {
  forAnyFlow((flow) => {
    const known = new Set(identifiersOf(flow));
    expect(known).toContain(flow.document.StartAction);
    for (const action of flow.document.Actions) {
      for (const { target } of exitsOf(action)) expect(known).toContain(target);
    }
  });
});

test('Identifiers are unique and hold only what Connect allows', () => {
  forAnyFlow((flow) => {
    const identifiers = identifiersOf(flow);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    for (const identifier of identifiers) {
      expect(identifier.length).toBeLessThanOrEqual(LIMITS.identifierCharacters);
      expect([...identifier].filter((character) => FORBIDDEN_IDENTIFIER_CHARACTERS.includes(character))).toEqual([]);
      expect(FORBIDDEN_IDENTIFIERS.filter((word) => identifier.includes(word))).toEqual([]);
      expect(identifier).not.toMatch(/Token|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }
  });
});

test('No two blocks stand in the same place', () => {
  forAnyFlow((flow) => {
    const metadata = flow.document.Metadata?.ActionMetadata as { readonly [id: string]: JsonObject };
    const positions = identifiersOf(flow).map((id) => JSON.stringify(metadata[id]?.position));
    expect(new Set(positions).size).toBe(positions.length);
    expect(positions).not.toContain(undefined);
  });
});

test('Every error that an action must declare is declared', () => {
  forAnyFlow((flow) => {
    for (const { Type, Parameters, Transitions } of flow.document.Actions) {
      const spec = specOf(Type);
      const declared = Transitions?.Errors?.map(({ ErrorType }) => ErrorType) ?? [];
      expect(spec).toBeDefined();
      if (spec !== undefined)
        expect(declared).toEqual(expect.arrayContaining([...formOf(spec, Parameters).errors.required]));
    }
  });
});

test('The checker finds no error', () => {
  forAnyFlow((flow) => {
    const issues = check(flow.document, { type: 'CONTACT_FLOW' });
    const errors = issues.filter(({ severity, rule }) => severity === 'error' && rule !== 'too-many-actions');
    expect(errors).toEqual([]);
  });
});

test('A step put in anywhere changes no other identifier', () => {
  const added = { kind: 'say', words: 'Quite another thing.' } as const;
  fc.assert(
    fc.property(sketches, fc.nat(), (sketch, place) => {
      const before = flowOf(sketch).document.Actions;
      const after = flowOf(withStep(sketch, added, place)).document.Actions;
      const typesAfter = new Map(after.map(({ Identifier, Type, Parameters }) => [Identifier, { Type, Parameters }]));
      for (const { Identifier, Type, Parameters } of before) {
        expect(typesAfter.get(Identifier)).toEqual({ Type, Parameters });
      }
    }),
    { numRuns: 100 },
  );
});

test('The same script always builds the same document', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      expect(JSON.stringify(flowOf(sketch).document)).toBe(JSON.stringify(flowOf(sketch).document));
    }),
    { numRuns: 50 },
  );
});
