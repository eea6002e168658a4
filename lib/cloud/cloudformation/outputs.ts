import { AwsError } from '../aws-error';
import type { Stack, StackOutput, StackSource } from './stack';
import type { Stacks } from './stacks';
import { evaluate, evaluatedText, type Scope } from './template/evaluate';
import type { OutputDeclaration } from './template/template';

const outputOf = ({ name, value, description, exportName }: OutputDeclaration, scope: Scope): StackOutput => ({
  name,
  value: evaluatedText(evaluate(value, scope), `Output ${name}`),
  description,
  exportName: exportName === undefined ? undefined : evaluatedText(evaluate(exportName, scope), 'Export'),
});

/** The outputs of a source whose resources are all there. */
export const outputsOf = ({ template }: StackSource, scope: Scope): readonly StackOutput[] =>
  [...template.outputs.values()]
    .filter(({ condition }) => condition === undefined || scope.condition(condition))
    .map((declaration) => outputOf(declaration, scope));

const refuseTaken = (stacks: Stacks, stack: Stack, outputs: readonly StackOutput[]): void => {
  for (const { exportName } of outputs) {
    const other = stacks.exports().find((each) => each.output.exportName === exportName && each.stack !== stack);
    if (exportName === undefined || other === undefined) continue;
    throw new AwsError(
      'ValidationError',
      `Export with name ${exportName} is already exported by stack ${other.stack.name}`,
    );
  }
};

/** @throws AwsError for an export that other stacks read and that would go or change */
const refuseInUse = (stacks: Stacks, stack: Stack, outputs: readonly StackOutput[]): void => {
  for (const { exportName: name, value } of stack.outputs) {
    const after = outputs.find(({ exportName }) => exportName === name);
    if (name === undefined || after?.value === value) continue;
    const importers = stacks.importers(name).map((each) => each.name);
    const deed = after === undefined ? 'deleted' : 'updated';
    if (importers.length === 0) continue;
    throw new Error(`Export ${name} cannot be ${deed} as it is in use by ${importers.join(' and ')}`);
  }
};

/** @throws Error where the exports of a stack would collide with those of others, or leave these without */
export const refuseBrokenExports = (stacks: Stacks, stack: Stack, outputs: readonly StackOutput[]): void => {
  refuseTaken(stacks, stack, outputs);
  refuseInUse(stacks, stack, outputs);
};
