import fc from 'fast-check';
import { documentToCode } from '../../lib/build/code';
import { canonical, diff, type FlowDocument, FlowReadError, read, write } from '../../lib/language';
import { check, checkSet } from '../../lib/validate';
import { HAND_MADE, hostileText } from './hostile-documents';

const RUNS = Number(process.argv[2] ?? 100_000);
const LONGEST_MILLISECONDS = 1_000;

/** Everything that reads a document from outside. */
const useAll = (document: FlowDocument): void => {
  check(document);
  check(document, { type: 'AGENT_WHISPER', channel: 'CHAT' });
  checkSet([{ name: 'a', type: 'CONTACT_FLOW', document }]);
  const other = canonical(document);
  diff(document, other);
  write(document, { indent: 'compact' });
  documentToCode(document, { type: 'CONTACT_FLOW', bindings: true });
};

/** What went wrong with a text, if anything did. */
const faultOf = (text: string): string | undefined => {
  const start = process.hrtime.bigint();
  try {
    useAll(read(text, 'fuzz.json'));
  } catch (error) {
    if (!(error instanceof FlowReadError))
      return `an untyped error: ${error instanceof Error ? error.stack : String(error)}`;
  }
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  return milliseconds > LONGEST_MILLISECONDS ? `it took ${milliseconds.toFixed(0)} ms` : undefined;
};

const pollution = (): string | undefined =>
  Object.keys(Object.prototype).length > 0 ? 'Object.prototype was written to' : undefined;

const report = (name: string, fault: string): void => {
  process.exitCode = 1;
  process.stdout.write(`FAULT in ${name}: ${fault}\n`);
};

const handMade = (): void => {
  for (const [name, make] of Object.entries(HAND_MADE)) {
    const fault = faultOf(make()) ?? pollution();
    if (fault) report(name, fault);
    else process.stdout.write(`ok: ${name}\n`);
  }
};

const generated = (): void => {
  const property = fc.property(hostileText, (text) => {
    const fault = faultOf(text) ?? pollution();
    if (fault) throw new Error(fault);
  });
  const outcome = fc.check(property, { numRuns: RUNS, seed: 1 });
  if (outcome.failed)
    report(
      `a generated document (seed ${outcome.seed}, ${JSON.stringify(outcome.counterexample)})`,
      String(outcome.errorInstance),
    );
  else process.stdout.write(`ok: ${RUNS} generated documents\n`);
};

handMade();
generated();
