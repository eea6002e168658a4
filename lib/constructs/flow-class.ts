import type { Construct } from 'constructs';
import type { FlowType } from '../language';
import {
  ContactFlow,
  type ContactFlowAttributes,
  type FlowProps,
  type IContactFlow,
  ImportedContactFlow,
} from './contact-flow';
import { type ByNameProps, lookedUpArn } from './look-up';
import { knownName } from './resource-name';

/** The class of the flows of one type. */
export interface FlowClass<T extends FlowType> {
  new (scope: Construct, id: string, props: FlowProps<T>): ContactFlow<T>;
  /** A flow that exists already; that it has this type is taken on trust. */
  fromContactFlowArn(scope: Construct, id: string, contactFlowArn: string): IContactFlow<T>;
  /** A flow of this type, looked up when the stack is deployed, e.g. a default flow. */
  fromContactFlowName(scope: Construct, id: string, props: ByNameProps): IContactFlow<T>;
}

/** What a flow is imported by that the deployment looks up. */
export const lookedUpFlow = <T extends FlowType>(
  scope: Construct,
  id: string,
  flowType: T,
  props: ByNameProps,
): ContactFlowAttributes<T> => ({
  contactFlowArn: lookedUpArn(scope, id, { ...props, kind: 'flow', flowType }),
  flowType,
  flowName: knownName(props.name),
});

/** The class of the flows of a type. */
export const flowClass = <T extends FlowType>(type: T): FlowClass<T> =>
  class extends ContactFlow<T> {
    static fromContactFlowArn(scope: Construct, id: string, contactFlowArn: string): IContactFlow<T> {
      return new ImportedContactFlow(scope, id, { contactFlowArn, flowType: type });
    }

    static fromContactFlowName(scope: Construct, id: string, props: ByNameProps): IContactFlow<T> {
      return new ImportedContactFlow(scope, id, lookedUpFlow(scope, id, type, props));
    }

    constructor(scope: Construct, id: string, props: FlowProps<T>) {
      super(scope, id, { ...props, type });
    }
  };
