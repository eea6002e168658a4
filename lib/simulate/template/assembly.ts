import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Template, TemplateError, type TemplateStack } from './template';

interface Artifact {
  readonly type: string;
  readonly displayName?: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly directoryName?: string;
  };
}

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new TemplateError(
      missing ? `There is no ${file}. Is the folder a cloud assembly (cdk.out)?` : `${file} is not JSON.`,
    );
  }
};

const stackOf = (folder: string, name: string, file: string, assetFolder: string): TemplateStack => ({
  name,
  template: readJson(join(folder, file)) as Template,
  assetFolder,
});

/**
 * Every stack of a cloud assembly (the folder that `cdk synth` writes), those of its stages too.
 *
 * @throws TemplateError where the folder is no cloud assembly
 */
export const stacksOfAssembly = (folder: string, assetFolder = folder): readonly TemplateStack[] => {
  const { artifacts = {} } = readJson(join(folder, 'manifest.json')) as { artifacts?: Record<string, Artifact> };
  return Object.entries(artifacts).flatMap(([id, { type, properties = {} }]) => {
    if (type === 'aws:cloudformation:stack' && properties.templateFile)
      return [stackOf(folder, properties.stackName ?? id, properties.templateFile, assetFolder)];
    if (type === 'cdk:cloud-assembly' && properties.directoryName)
      return stacksOfAssembly(join(folder, properties.directoryName), folder);
    return [];
  });
};

/** The one stack in a template file; its assets are looked for beside it. */
export const stackOfTemplateFile = (file: string): TemplateStack => {
  const folder = dirname(file);
  return { name: file, template: readJson(file) as Template, assetFolder: folder };
};
