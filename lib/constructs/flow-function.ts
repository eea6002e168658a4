import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import type { IGrantable, IPrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Annotations, type Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type AnswerFields, answers, type FunctionHandle, type ResultOf } from '../build';
import { LIMITS } from '../language';
import { answersIn, declareAnswers } from './declared-answers';
import { noteAssociation } from './function-associations';
import { type FunctionSettings, makeFunction } from './function-code';
import type { IInstance } from './instance';

/** What runs when the flow calls. */
export type FunctionSource =
  | (FunctionSettings & { readonly function?: never })
  | {
      /** A function that exists already, of the account and Region of the instance. */
      readonly function: IFunction;
    };

export type FlowFunctionProps<F extends AnswerFields> = FunctionSource & {
  readonly instance: IInstance;

  /** What the function answers, e.g. `{ tier: oneOf('gold', 'standard'), name: text }`. @default - nothing that a flow reads */
  readonly answers?: F;
};

const warnOfLongTimeout = (scope: Construct, timeout: Duration | undefined): void => {
  const limit = LIMITS.lambdaSynchronousSeconds;
  if (timeout === undefined || timeout.isUnresolved() || timeout.toSeconds() <= limit) return;
  Annotations.of(scope).addWarningV2(
    'cdk-connect-flows:function-outlives-its-block',
    `The function may run for ${timeout.toSeconds()} seconds, and a flow waits ${limit} at most: by then the caller is on the ` +
      'error branch. Shorten the timeout, unless every block calls it asynchronously.',
  );
};

/**
 * A Lambda function that flows of an instance can call: the function, its association with the instance, and the permission
 * for that instance alone. A flow that calls it waits for the association.
 *
 * It is a handle of the builder: `invoke(lookUp)`, then `lookUp.result.tier`.
 */
export class FlowFunction<F extends AnswerFields = Record<never, never>>
  extends Construct
  implements FunctionHandle<F>, IGrantable
{
  readonly function: IFunction;
  readonly functionArn: string;
  /** What flows call it by: the id of the construct, as the name of the function is only known once it is there. */
  readonly functionName: string;
  /** References to what the function answers. */
  readonly result: ResultOf<F>;
  readonly association: CfnIntegrationAssociation;
  readonly grantPrincipal: IPrincipal;

  constructor(scope: Construct, id: string, props: FlowFunctionProps<F>) {
    super(scope, id);
    this.function = props.function ?? makeFunction(this, props);
    this.functionArn = this.function.functionArn;
    this.functionName = id;
    this.result = answers(props.answers ?? ({} as F)).result;
    declareAnswers(this, this.functionArn, answersIn(props.answers ?? {}));
    this.grantPrincipal = this.function.grantPrincipal;
    this.association = this.associateWith(props.instance);
    this.permit(props.instance);
    if (props.function === undefined) warnOfLongTimeout(this, props.timeout);
  }

  private associateWith({ instanceArn }: IInstance): CfnIntegrationAssociation {
    const association = new CfnIntegrationAssociation(this, 'Association', {
      // The property is called an id, and takes the ARN.
      instanceId: instanceArn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: this.functionArn,
    });
    noteAssociation(this, this.function, association);
    return association;
  }

  private permit({ instanceArn, env }: IInstance): void {
    new CfnPermission(this, 'Permission', {
      action: 'lambda:InvokeFunction',
      functionName: this.functionArn,
      principal: 'connect.amazonaws.com',
      sourceAccount: env.account ?? Stack.of(this).account,
      sourceArn: instanceArn,
    });
  }
}
