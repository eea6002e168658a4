import { AwsError } from '../aws-error';
import { arnIn, type CloudEnvironment } from '../environment';
import { type JsonInput, jsonAction, jsonAnswer, jsonInput, jsonText } from '../http/json-protocol';
import type { CloudRequest, CloudResponse } from '../http/message';

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly version: number;
}

export type ParameterValues = Omit<Parameter, 'version'>;

/** Systems Manager's parameters. */
export class SsmService {
  readonly parameters = new Map<string, Parameter>();

  constructor(private readonly environment: CloudEnvironment) {}

  handle(request: CloudRequest): CloudResponse {
    return jsonAnswer(this.answer(jsonAction(request), jsonInput(request)));
  }

  /** @throws AwsError where there is none */
  get(reference: string): Parameter {
    const name = reference.replace(/^arn:[^/]*:parameter(?=\/)/, '');
    const parameter = this.parameters.get(name);
    if (parameter !== undefined) return parameter;
    throw new AwsError('ParameterNotFound', `There is no parameter ${name}.`);
  }

  create(values: ParameterValues): Parameter {
    if (this.parameters.has(values.name)) {
      throw new AwsError('ParameterAlreadyExists', `There is a parameter ${values.name} already.`);
    }
    return this.put(values, 1);
  }

  /** A new version of a parameter. */
  update(values: ParameterValues): Parameter {
    return this.put(values, this.get(values.name).version + 1);
  }

  remove(name: string): void {
    this.parameters.delete(this.get(name).name);
  }

  private put(values: ParameterValues, version: number): Parameter {
    const parameter = { ...values, version };
    this.parameters.set(values.name, parameter);
    return parameter;
  }

  private described({ name, type, value, version }: Parameter): object {
    const ARN = arnIn(this.environment, 'ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`);
    return { Name: name, Type: type, Value: value, Version: version, ARN, DataType: 'text' };
  }

  private answer(action: string, input: JsonInput): object {
    if (action === 'GetParameter') return { Parameter: this.described(this.get(jsonText(input, 'Name'))) };
    if (action === 'GetParameters') return this.several(input.Names as readonly string[]);
    if (action === 'PutParameter') return this.putParameter(input);
    if (action === 'DeleteParameter') {
      this.remove(jsonText(input, 'Name'));
      return {};
    }
    throw new AwsError('InvalidAction', `The embedded cloud does not carry out ssm:${action}.`);
  }

  private several(names: readonly string[]): object {
    const known = names.filter((name) => this.parameters.has(name));
    return {
      Parameters: known.map((name) => this.described(this.get(name))),
      InvalidParameters: names.filter((name) => !known.includes(name)),
    };
  }

  private putParameter(input: JsonInput): object {
    const values = {
      name: jsonText(input, 'Name'),
      type: typeof input.Type === 'string' ? input.Type : 'String',
      value: jsonText(input, 'Value'),
      description: typeof input.Description === 'string' ? input.Description : undefined,
    };
    const overwrite = input.Overwrite === true && this.parameters.has(values.name);
    return { Version: (overwrite ? this.update(values) : this.create(values)).version, Tier: 'Standard' };
  }
}
