import {
  type ConnectClient,
  DescribeContactFlowCommand,
  ListContactFlowsCommand,
  UpdateContactFlowContentCommand,
  UpdateContactFlowMetadataCommand,
} from '@aws-sdk/client-connect';
import type { FlowType } from '../../lib/language';
import type { Calls } from './calls';
import { idIn } from './ids';

interface FlowSettings {
  readonly name: string;
  readonly description?: string;
  readonly state?: 'ACTIVE' | 'ARCHIVED';
}

/** A flow as lists show it. */
interface ListedFlow {
  readonly arn: string;
  readonly name: string;
}

/** The flows of an instance, as far as the custom resources touch them. All of it can be done again without harm. */
export interface Flows {
  ofType(instanceArn: string, type: FlowType): Promise<readonly ListedFlow[]>;
  content(flowArn: string): Promise<string>;
  setContent(flowArn: string, content: string): Promise<void>;
  setSettings(flowArn: string, settings: FlowSettings): Promise<void>;
}

const idsOf = (flowArn: string): { readonly InstanceId: string; readonly ContactFlowId: string } => {
  const [, InstanceId = '', ContactFlowId = ''] = /:instance\/([^/]+)\/contact-flow\/([^/:]+)/.exec(flowArn) ?? [];
  return { InstanceId, ContactFlowId };
};

export const flowsThrough = (connect: Pick<ConnectClient, 'send'>, calls: Calls): Flows => {
  const page = (instanceArn: string, type: FlowType, NextToken?: string) => {
    const input = { InstanceId: idIn(instanceArn), ContactFlowTypes: [type], NextToken };
    return calls(() => connect.send(new ListContactFlowsCommand(input)));
  };
  return {
    async ofType(instanceArn, type) {
      const found: ListedFlow[] = [];
      let token: string | undefined;
      do {
        const { ContactFlowSummaryList = [], NextToken } = await page(instanceArn, type, token);
        found.push(...ContactFlowSummaryList.map(({ Arn: arn = '', Name: name = '' }) => ({ arn, name })));
        token = NextToken;
      } while (token !== undefined);
      return found;
    },
    async content(flowArn) {
      const { ContactFlow } = await calls(() => connect.send(new DescribeContactFlowCommand(idsOf(flowArn))));
      return ContactFlow?.Content ?? '';
    },
    async setContent(flowArn, Content) {
      await calls(() => connect.send(new UpdateContactFlowContentCommand({ ...idsOf(flowArn), Content })));
    },
    async setSettings(flowArn, { name: Name, description: Description, state: ContactFlowState }) {
      const input = { ...idsOf(flowArn), Name, Description, ContactFlowState };
      await calls(() => connect.send(new UpdateContactFlowMetadataCommand(input)));
    },
  };
};
