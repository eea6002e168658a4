import { read, write } from '../lib/language';
import { check, checkSet } from '../lib/validate';
import { flowTexts, longFlow } from './corpus';
import { interleaved, median, perCall } from './timing';

/** How much does a check cost, next to the `JSON.parse` that nobody can do without? */
const ratioOfOneFlow = (text: string): number => {
  const document = read(text);
  const [parse = Number.NaN, checked = Number.NaN] = interleaved(
    perCall(() => JSON.parse(text), 40),
    perCall(() => check(document), 40),
  );
  return checked / parse;
};

const overRealFlows = (): void => {
  const texts = flowTexts();
  for (const text of texts) check(read(text));
  const ratios = texts.map(ratioOfOneFlow);
  process.stdout.write(
    `check / JSON.parse, ${texts.length} flows: median ${median(ratios).toFixed(2)}, largest ${Math.max(...ratios).toFixed(1)}\n`,
  );
};

const overLength = (): void => {
  const flows = [10, 50, 250].map((actions) => {
    const document = longFlow(actions);
    return { actions, document, text: write(document, { indent: 'compact' }) };
  });
  for (const { actions, document, text } of flows) {
    const [parse = Number.NaN, checked = Number.NaN] = interleaved(
      perCall(() => JSON.parse(text), 200),
      perCall(() => check(document), 200),
    );
    const perAction = (checked / 200 / actions) * 1000;
    process.stdout.write(
      `${actions} actions: ${(checked / parse).toFixed(2)} times JSON.parse, ${perAction.toFixed(2)} us an action\n`,
    );
  }
};

const overSets = (): void => {
  const [document] = [longFlow(30)];
  for (const size of [10, 100, 1000]) {
    const flows = Array.from({ length: size }, (_, i) => ({
      name: `Flow ${i}`,
      type: 'CONTACT_FLOW' as const,
      document: { ...document },
    }));
    const [milliseconds = Number.NaN] = interleaved(() => checkSet(flows));
    process.stdout.write(
      `a set of ${size} flows of 30 actions: ${milliseconds.toFixed(0)} ms, ${(milliseconds / size).toFixed(2)} ms a flow\n`,
    );
  }
};

overRealFlows();
overLength();
overSets();
