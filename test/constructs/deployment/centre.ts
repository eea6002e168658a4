import type { App } from 'aws-cdk-lib/core';
import {
  disconnect,
  type FlowRef,
  inboundFlow,
  playPrompt,
  setDisconnectFlow,
  transferToFlow,
} from '../../../lib/build';
import { INSTANCE_ARN } from '../small-centre';
import { Account, type Template } from './account';

interface SynthesisedStack {
  readonly name: string;
  readonly template: Template;
  /** The stacks that have to be deployed before. */
  readonly needs: readonly string[];
}

/** The stacks of an app, each after those that it needs. */
export const stacksOf = (app: App): readonly SynthesisedStack[] =>
  app.synth().stacks.map(({ stackName, template, dependencies }) => ({
    name: stackName,
    template,
    needs: dependencies.map(({ id }) => id).filter((id) => !id.endsWith('.assets')),
  }));

/** Deploys the stacks of an app, and deletes those that are in it no more. */
export const deploy = async (app: App, account = new Account(INSTANCE_ARN)): Promise<Account> => {
  const stacks = stacksOf(app);
  for (const { name, template } of stacks) await account.deploy(name, template);
  for (const name of [...account.stacks.keys()].reverse()) {
    if (!stacks.some((stack) => stack.name === name)) await account.destroy(name);
  }
  return account;
};

/** A flow that says something, hooks some flows and goes on in another one. */
export const goingTo = (name: string, next?: FlowRef<'CONTACT_FLOW'>, ...hooked: readonly FlowRef<'CONTACT_FLOW'>[]) =>
  inboundFlow(name, { onError: [disconnect()] }, [
    playPrompt(`This is ${name}.`),
    ...hooked.map((flow) => setDisconnectFlow<'CONTACT_FLOW'>(flow)),
    next === undefined ? disconnect() : transferToFlow(next),
  ]);

/** The flows that the content of a deployed flow names, by their names. */
export const namedBy = ({ connect }: Account, name: string): readonly string[] => {
  const content = connect.named(name)?.content ?? '';
  return [...connect.flows.values()].filter(({ arn }) => content.includes(arn)).map((flow) => flow.name);
};
