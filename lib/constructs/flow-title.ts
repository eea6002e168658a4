import { Lazy } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { FlowContent } from './flow-content';
import { knownName, nameOr } from './resource-name';

/** How a flow or module is called and described. */
export interface FlowTitle {
  readonly name: string;
  /** The name that others can be written with; undefined where only the deployment knows it, or as long as it is asked for. */
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
      return content.isBeingNamed ? undefined : knownName(name());
    },
    properties: content.isWritten
      ? { name: name(), description: description() }
      : { name: Lazy.string({ produce: name }), description: Lazy.string({ produce: description }) },
  };
};
