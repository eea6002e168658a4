import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type IContactFlow, ImportedContactFlow } from './contact-flow';
import { flowClass, lookedUpFlow } from './flow-class';
import type { ByNameProps } from './look-up';

/** An inbound flow; with these permissions, programs start contacts in it. */
export interface IInboundFlow extends IContactFlow<'CONTACT_FLOW'> {
  /** Allows calling customers, who then hear this flow. IAM knows this action on contacts only, not on flows. */
  grantStartOutboundVoiceContact(grantee: IGrantable): Grant;

  /** Allows starting chats in this flow. */
  grantStartChatContact(grantee: IGrantable): Grant;

  /** Allows starting tasks in this flow. */
  grantStartTaskContact(grantee: IGrantable): Grant;
}

const on = (grantee: IGrantable, action: string, ...resourceArns: string[]): Grant =>
  Grant.addToPrincipal({ grantee, actions: [`connect:${action}`], resourceArns });

/** A contact that does not exist yet has no id to name. */
const contactsOf = (flow: IContactFlow): string => `${flow.instanceArn}/contact/*`;

const grantVoice = (flow: IContactFlow, grantee: IGrantable) =>
  on(grantee, 'StartOutboundVoiceContact', contactsOf(flow));
const grantChat = (flow: IContactFlow, grantee: IGrantable) => on(grantee, 'StartChatContact', flow.contactFlowArn);
const grantTask = (flow: IContactFlow, grantee: IGrantable) =>
  on(grantee, 'StartTaskContact', flow.contactFlowArn, contactsOf(flow));

class ImportedInboundFlow extends ImportedContactFlow<'CONTACT_FLOW'> implements IInboundFlow {
  grantStartOutboundVoiceContact(grantee: IGrantable): Grant {
    return grantVoice(this, grantee);
  }

  grantStartChatContact(grantee: IGrantable): Grant {
    return grantChat(this, grantee);
  }

  grantStartTaskContact(grantee: IGrantable): Grant {
    return grantTask(this, grantee);
  }
}

/** What a caller, chat or task meets first; also disconnect flows, and what *Transfer to flow* goes to. */
export class InboundFlow extends flowClass('CONTACT_FLOW') implements IInboundFlow {
  /** An inbound flow that exists already; that it has this type is taken on trust. */
  static override fromContactFlowArn(scope: Construct, id: string, contactFlowArn: string): IInboundFlow {
    return new ImportedInboundFlow(scope, id, { contactFlowArn, flowType: 'CONTACT_FLOW' });
  }

  /** An inbound flow, looked up when the stack is deployed. */
  static override fromContactFlowName(scope: Construct, id: string, props: ByNameProps): IInboundFlow {
    return new ImportedInboundFlow(scope, id, lookedUpFlow(scope, id, 'CONTACT_FLOW', props));
  }

  grantStartOutboundVoiceContact(grantee: IGrantable): Grant {
    return grantVoice(this, grantee);
  }

  grantStartChatContact(grantee: IGrantable): Grant {
    return grantChat(this, grantee);
  }

  grantStartTaskContact(grantee: IGrantable): Grant {
    return grantTask(this, grantee);
  }
}
