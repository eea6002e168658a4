import { AwsError } from '../aws-error';
import { arnIn, type CloudEnvironment } from '../environment';
import { Stack, type StackOutput } from './stack';

/** Every stack, and the exports between them. */
export class Stacks {
  private readonly byName = new Map<string, Stack>();
  /** Deleted stacks are found by their id still. */
  private readonly gone = new Map<string, Stack>();

  constructor(private readonly environment: CloudEnvironment) {}

  create(name: string): Stack {
    const { identifiers, clock } = this.environment;
    const id = arnIn(this.environment, 'cloudformation', `stack/${name}/${identifiers.uuid('stack', name)}`);
    const stack = new Stack(id, name, clock());
    this.byName.set(name, stack);
    return stack;
  }

  /** By name or id; a deleted one by its id only. */
  find(reference: string): Stack | undefined {
    const byId = [...this.byName.values()].find(({ id }) => id === reference);
    return this.byName.get(reference) ?? byId ?? this.gone.get(reference);
  }

  /** @throws AwsError where there is none */
  get(reference: string): Stack {
    const stack = this.find(reference);
    if (stack !== undefined) return stack;
    throw new AwsError('ValidationError', `Stack with id ${reference} does not exist`);
  }

  /** Stacks that are there, in the order of their names. */
  list(): readonly Stack[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  forget(stack: Stack): void {
    this.byName.delete(stack.name);
    this.gone.set(stack.id, stack);
  }

  /** Every export, with the stack that it comes from. */
  exports(): readonly { readonly stack: Stack; readonly output: StackOutput }[] {
    return this.list().flatMap((stack) =>
      stack.outputs.filter(({ exportName }) => exportName !== undefined).map((output) => ({ stack, output })),
    );
  }

  /** The value behind a name. @throws AwsError where nobody exports it */
  exported(name: string): string {
    const found = this.exports().find(({ output }) => output.exportName === name);
    if (found !== undefined) return found.output.value;
    throw new AwsError('ValidationError', `No export named ${name} found.`);
  }

  importers(name: string): readonly Stack[] {
    return this.list().filter(({ imports }) => imports.has(name));
  }
}
