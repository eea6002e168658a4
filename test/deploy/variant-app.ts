import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, CustomResource, type Stack } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';
import { broken, changed, type WrittenTemplate } from './template-variants';

/** The example's stack as a deployment finds it: `-c variant=first`, `changed`, `broken` or `handler`. */
const app = new App();
const instanceArn: string = app.node.getContext('instanceArn');
const variant: string = app.node.getContext('variant');
const stack = new ContactCentreStack(app, 'ContactCentre', { instanceArn });

/** Changes the template on its way into the assembly, where it gets the hash by which the command line knows it. */
const writtenAs = (target: Stack, change: (template: WrittenTemplate) => WrittenTemplate): void => {
  const writer = target as unknown as { _toCloudFormation(): WrittenTemplate };
  const write = writer._toCloudFormation.bind(target);
  writer._toCloudFormation = () => change(write());
};

if (variant === 'changed') writtenAs(stack, changed);

if (variant === 'broken') writtenAs(stack, broken);

if (variant === 'handler') {
  const handler = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline(`exports.handler = async (event) => {
      console.log('The customer list is empty.');
      await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify({ Status: event.RequestType === 'Delete' ? 'SUCCESS' : 'FAILED', Reason: 'No customers.', PhysicalResourceId: 'list' }) });
    };`),
  });
  new CustomResource(stack, 'Customers', { serviceToken: handler.functionArn });
}
