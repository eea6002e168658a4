import { App, Validations } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../examples/contact-centre/contact-centre-stack';
import { ConnectFlowChecks } from '../lib/constructs';

const app = new App();

Validations.of(app).addPlugins(new ConnectFlowChecks());

new ContactCentreStack(app, 'ContactCentre', { instanceArn: app.node.tryGetContext('instanceArn') });
