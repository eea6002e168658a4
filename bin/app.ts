import { App } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../examples/contact-centre/contact-centre-stack';

const app = new App();

new ContactCentreStack(app, 'ContactCentre', { instanceArn: app.node.tryGetContext('instanceArn') });
