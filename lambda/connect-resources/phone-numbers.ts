import {
  AssociatePhoneNumberContactFlowCommand,
  type ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  ListFlowAssociationsCommand,
} from '@aws-sdk/client-connect';
import type { Calls } from './calls';
import { idIn } from './ids';

interface NumberOfInstance {
  readonly instanceArn: string;
  readonly phoneNumberArn: string;
}

/** The flows that calls to phone numbers run. All of it can be done again without harm. */
export interface PhoneNumbers {
  /** The id of the flow; undefined where calls run none. */
  flowOf(number: NumberOfInstance): Promise<string | undefined>;
  associate(number: NumberOfInstance, flowArn: string): Promise<void>;
  disassociate(number: NumberOfInstance): Promise<void>;
}

const idsOf = ({ instanceArn, phoneNumberArn }: NumberOfInstance) => ({
  InstanceId: idIn(instanceArn),
  PhoneNumberId: idIn(phoneNumberArn),
});

export const phoneNumbersThrough = (connect: Pick<ConnectClient, 'send'>, calls: Calls): PhoneNumbers => ({
  async flowOf({ instanceArn, phoneNumberArn }) {
    const asked = { InstanceId: idIn(instanceArn), ResourceType: 'VOICE_PHONE_NUMBER' } as const;
    let token: string | undefined;
    do {
      const input = { ...asked, NextToken: token };
      const { FlowAssociationSummaryList = [], NextToken } = await calls(() =>
        connect.send(new ListFlowAssociationsCommand(input)),
      );
      // Ids or ARNs, the API does not say which.
      const found = FlowAssociationSummaryList.find(({ ResourceId = '' }) => idIn(ResourceId) === idIn(phoneNumberArn));
      if (found !== undefined) return idIn(found.FlowId ?? '');
      token = NextToken;
    } while (token !== undefined);
    return undefined;
  },
  async associate(number, flowArn) {
    const input = { ...idsOf(number), ContactFlowId: idIn(flowArn) };
    await calls(() => connect.send(new AssociatePhoneNumberContactFlowCommand(input)));
  },
  async disassociate(number) {
    await calls(() => connect.send(new DisassociatePhoneNumberContactFlowCommand(idsOf(number))));
  },
});
