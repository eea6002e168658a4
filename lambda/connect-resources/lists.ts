import {
  type ConnectClient,
  type ContactFlowType,
  ListContactFlowsCommand,
  ListHoursOfOperationsCommand,
  ListPromptsCommand,
  ListQueuesCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
} from '@aws-sdk/client-connect';
import type { LookUpKind } from '../../lib/runtime/connect-resources';
import type { Calls } from './calls';
import { allPages } from './chunks';
import { idIn } from './ids';
import type { ListOf } from './look-up';

interface PageOfList {
  readonly summaries: readonly { readonly Arn?: string; readonly Name?: string }[] | undefined;
  readonly NextToken: string | undefined;
}

interface Asked {
  readonly InstanceId: string;
  readonly NextToken: string | undefined;
}

type Pages = (asked: Asked, flowType: string | undefined) => Promise<PageOfList>;

const pagesOf = (connect: Pick<ConnectClient, 'send'>): Readonly<Record<LookUpKind, Pages>> => ({
  flow: async (asked, flowType) => {
    const ContactFlowTypes = flowType === undefined ? undefined : [flowType as ContactFlowType];
    const page = await connect.send(new ListContactFlowsCommand({ ...asked, ContactFlowTypes }));
    return { summaries: page.ContactFlowSummaryList, NextToken: page.NextToken };
  },
  'hours of operation': async (asked) => {
    const page = await connect.send(new ListHoursOfOperationsCommand(asked));
    return { summaries: page.HoursOfOperationSummaryList, NextToken: page.NextToken };
  },
  prompt: async (asked) => {
    const page = await connect.send(new ListPromptsCommand(asked));
    return { summaries: page.PromptSummaryList, NextToken: page.NextToken };
  },
  queue: async (asked) => {
    // Those of agents are queues as well, and have no names.
    const page = await connect.send(new ListQueuesCommand({ ...asked, QueueTypes: ['STANDARD'] }));
    return { summaries: page.QueueSummaryList, NextToken: page.NextToken };
  },
  'routing profile': async (asked) => {
    const page = await connect.send(new ListRoutingProfilesCommand(asked));
    return { summaries: page.RoutingProfileSummaryList, NextToken: page.NextToken };
  },
  'security profile': async (asked) => {
    const page = await connect.send(new ListSecurityProfilesCommand(asked));
    return { summaries: page.SecurityProfileSummaryList, NextToken: page.NextToken };
  },
});

/** The lists of an instance, read to their ends. */
export const listsThrough = (connect: Pick<ConnectClient, 'send'>, calls: Calls): ListOf => {
  const pages = pagesOf(connect);
  return async ({ InstanceArn, Kind, FlowType }) => {
    const all = await allPages(async (NextToken) => {
      const asked = { InstanceId: idIn(InstanceArn), NextToken };
      const { summaries, NextToken: token } = await calls(() => pages[Kind](asked, FlowType));
      return { items: summaries, token };
    });
    return all.map(({ Arn: arn = '', Name: name = '' }) => ({ arn, name }));
  };
};
