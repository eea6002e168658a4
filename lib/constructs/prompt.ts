import { CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { type IResource, Resource } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import type { IInstance } from './instance';
import { type ByNameProps, lookedUpArn } from './look-up';
import { checkedName, knownName } from './resource-name';

/** A recording that flows play. */
export interface IPrompt extends IResource, aws_connect.IPromptRef {
  /** @attribute */
  readonly promptArn: string;
  /** @attribute */
  readonly promptId: string;
  /** Undefined where only the deployment knows it. */
  readonly promptName?: string;
}

interface PromptSettings {
  readonly instance: IInstance;

  /** @default - made of the construct's path */
  readonly name?: string;

  /** @default - none */
  readonly description?: string;
}

/** Where the recording is. */
type Recording =
  | {
      /** A local .wav file. A changed recording is uploaded under a new name, which CloudFormation then sees. */
      readonly file: string;
      readonly s3Uri?: never;
    }
  | {
      /** An object in S3. CloudFormation does not see when the recording behind the same name changes. */
      readonly s3Uri: string;
      readonly file?: never;
    };

export type PromptProps = PromptSettings & Recording;

abstract class PromptBase extends Resource implements IPrompt {
  abstract readonly promptArn: string;
  abstract readonly promptId: string;
  abstract readonly promptName?: string;

  get promptRef(): aws_connect.PromptReference {
    return { promptArn: this.promptArn };
  }
}

class ImportedPrompt extends PromptBase {
  readonly promptId: string;

  constructor(
    scope: Construct,
    id: string,
    readonly promptArn: string,
    readonly promptName?: string,
  ) {
    const parts = partsOf(promptArn, 'prompt');
    super(scope, id, { environmentFromArn: promptArn });
    this.promptId = parts.id;
  }
}

/** A recording that flows play. */
export class Prompt extends PromptBase {
  /** A prompt that exists already, e.g. one of the library of every instance. */
  static fromPromptArn(scope: Construct, id: string, promptArn: string): IPrompt {
    return new ImportedPrompt(scope, id, promptArn);
  }

  /** Looked up when the stack is deployed, e.g. the *Beep.wav* of every instance. */
  static fromPromptName(scope: Construct, id: string, props: ByNameProps): IPrompt {
    const arn = lookedUpArn(scope, id, { ...props, kind: 'prompt' });
    return new ImportedPrompt(scope, id, arn, knownName(props.name));
  }

  readonly promptArn: string;
  readonly promptId: string;
  readonly promptName?: string;

  constructor(scope: Construct, id: string, props: PromptProps) {
    super(scope, id);
    const name = checkedName(props.name, this);
    const s3Uri = props.s3Uri ?? new Asset(this, 'Recording', { path: props.file }).s3ObjectUrl;
    const { instanceArn } = props.instance;
    const resource = new CfnPrompt(this, 'Resource', { instanceArn, name, description: props.description, s3Uri });
    this.promptArn = resource.attrPromptArn;
    this.promptId = partsOf(this.promptArn, 'prompt').id;
    this.promptName = knownName(name);
  }
}
