import { CfnContactFlow, type CfnQueue } from 'aws-cdk-lib/aws-connect';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, CustomResource } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';

/** The example's stack as a later deployment finds it: `-c variant=changed`, `broken` or `handler`. */
const app = new App();
const instanceArn: string = app.node.getContext('instanceArn');
const variant: string = app.node.getContext('variant');
const stack = new ContactCentreStack(app, 'ContactCentre', { instanceArn });

(stack.node.findChild('Billing').node.defaultChild as CfnQueue).maxContacts = 30;

if (variant === 'broken') {
  const content = JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'queue',
    Actions: [{ Identifier: 'queue', Type: 'TransferContactToQueue', Parameters: {}, Transitions: {} }],
  });
  const flow = new CfnContactFlow(stack, 'Broken', { instanceArn, name: 'Broken', type: 'CONTACT_FLOW', content });
  flow.node.addDependency(stack.node.findChild('Billing'));
}

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
