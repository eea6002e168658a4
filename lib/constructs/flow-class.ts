import type { Construct } from 'constructs';
import type { FlowType } from '../language';
import { ContactFlow, type FlowProps, type IContactFlow, ImportedContactFlow } from './contact-flow';

/** The class of the flows of one type. */
export interface FlowClass<T extends FlowType> {
  new (scope: Construct, id: string, props: FlowProps<T>): ContactFlow<T>;
  /** A flow that exists already; that it has this type is taken on trust. */
  fromContactFlowArn(scope: Construct, id: string, contactFlowArn: string): IContactFlow<T>;
}

/** The class of the flows of a type. */
export const flowClass = <T extends FlowType>(type: T): FlowClass<T> =>
  class extends ContactFlow<T> {
    static fromContactFlowArn(scope: Construct, id: string, contactFlowArn: string): IContactFlow<T> {
      return new ImportedContactFlow(scope, id, { contactFlowArn, flowType: type });
    }

    constructor(scope: Construct, id: string, props: FlowProps<T>) {
      super(scope, id, { ...props, type });
    }
  };
