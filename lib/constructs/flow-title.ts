import { Lazy } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { FlowContent } from './flow-content';
import { knownName, nameOr } from './resource-name';

/** How a flow or module is called and described. */
export interface FlowTitle {
  readonly name: string;
  /**
   * What flows call it by: its name, or where a function writes it, so that nobody knows yet, the id of its construct.
   * Undefined where only the deployment knows it.
   */
  readonly known: string | undefined;
  /** Both as properties of a resource. */
  readonly properties: { readonly name: string; readonly description?: string };
}

interface GivenTitle {
  readonly name?: string;
  readonly description?: string;
}

/** The given name and description, else those that the flow was written with, else a name made of the path. */
export const titleOf = (flow: IConstruct, content: FlowContent, given: GivenTitle): FlowTitle => {
  const name = () => nameOr(given.name ?? content.name, flow);
  const description = () => given.description ?? content.description;
  return {
    get name() {
      return name();
    },
    get known() {
      return knownName(content.isWritten ? name() : (given.name ?? flow.node.id));
    },
    properties: content.isWritten
      ? { name: name(), description: description() }
      : { name: Lazy.string({ produce: name }), description: Lazy.string({ produce: description }) },
  };
};
