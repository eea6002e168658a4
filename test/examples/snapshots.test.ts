import type { Template } from '../../lib/simulate';
import { CONFIGURATION_NAMES, type ConfigurationName, exampleFor } from './example-configurations';
import { asYaml, differences, type ReadableTemplate, readableTemplate } from './readable-template';

/** Text stands in the snapshot as it is, without quotes. */
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', serialize: (value) => value });

const templateFor = (name: ConfigurationName): Template => {
  const { app, stack } = exampleFor(name);
  return app.synth().getStackArtifact(stack.artifactId).template;
};

const readableFor = (name: ConfigurationName): ReadableTemplate => readableTemplate(templateFor(name));

const [NEW, EXISTING, ELSEWHERE] = CONFIGURATION_NAMES as [ConfigurationName, ConfigurationName, ConfigurationName];

/**
 * One template in full, the others by what they have otherwise: a reviewer would have to compare thousands of lines to see
 * that nothing but the instance is different, and a change to a flow would show three times.
 */
describe('The template of the example', () => {
  test('for a new instance', () => {
    expect(asYaml(readableFor(NEW))).toMatchSnapshot();
  });

  test('for an existing instance, compared with a new one', () => {
    expect(asYaml(differences(readableFor(NEW), readableFor(EXISTING)))).toMatchSnapshot();
  });

  test('for an instance in another region and account, compared with an existing one', () => {
    expect(asYaml(differences(readableFor(EXISTING), readableFor(ELSEWHERE)))).toMatchSnapshot();
  });

  test.each(CONFIGURATION_NAMES)('is shown alike on every machine for %s', (name) => {
    const shown = JSON.stringify(readableFor(name));
    expect(shown).not.toMatch(/[0-9a-f]{64}/);
    expect(shown).not.toContain(process.cwd());
    expect(shown).not.toContain('Bootstrap');
  });
});
