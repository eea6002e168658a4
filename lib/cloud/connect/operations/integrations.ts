import type { LexBot, LexV2Bot } from '@aws-sdk/client-connect';
import { AwsError } from '../../aws-error';
import type { Handlers } from '../connect-state';
import { pageOf } from '../paging';
import { invalidRequest } from '../refusals';

const isSame = (a: LexBot, b: Partial<LexBot>): boolean => a.Name === b.Name && a.LexRegion === b.LexRegion;

const sameAlias = (bot: LexV2Bot) => (other: LexV2Bot) => other.AliasArn === bot.AliasArn;

const duplicate = (what: string): AwsError =>
  new AwsError('ResourceConflictException', `${what} is associated with the instance already.`, 409);

/** Kinds that have operations of their own. */
const NOT_HERE: readonly string[] = ['LAMBDA_FUNCTION', 'LEX_BOT'];

export const integrationOperations = {
  AssociateLambdaFunction: (connect, { InstanceId, FunctionArn }) => {
    const { functions } = connect.instance(InstanceId);
    if (functions.has(FunctionArn)) throw duplicate(FunctionArn);
    functions.add(FunctionArn);
    return {};
  },

  DisassociateLambdaFunction: (connect, { InstanceId, FunctionArn }) => {
    connect.instance(InstanceId).functions.delete(FunctionArn);
    return {};
  },

  ListLambdaFunctions: (connect, input) => {
    const all = [...connect.instance(input.InstanceId).functions].sort();
    const { page, NextToken } = pageOf(all, input, connect.settings.pageSize);
    return { LambdaFunctions: page, NextToken };
  },

  AssociateBot: (connect, { InstanceId, LexBot: first, LexV2Bot: second }) => {
    const { lexBots, lexV2Bots } = connect.instance(InstanceId);
    if ((first === undefined) === (second === undefined)) throw invalidRequest('Give either LexBot or LexV2Bot.');
    if (second !== undefined && lexV2Bots.some(sameAlias(second))) throw duplicate(second.AliasArn as string);
    if (first !== undefined && lexBots.some((bot) => isSame(bot, first))) throw duplicate(first.Name as string);
    if (first !== undefined) lexBots.push(first);
    if (second !== undefined) lexV2Bots.push(second);
    return {};
  },

  DisassociateBot: (connect, { InstanceId, LexBot: first, LexV2Bot: second }) => {
    const { lexBots, lexV2Bots } = connect.instance(InstanceId);
    const at = second === undefined ? -1 : lexV2Bots.findIndex(sameAlias(second));
    const firstAt = first === undefined ? -1 : lexBots.findIndex((bot) => isSame(bot, first));
    if (at >= 0) lexV2Bots.splice(at, 1);
    if (firstAt >= 0) lexBots.splice(firstAt, 1);
    return {};
  },

  ListBots: (connect, input) => {
    const { lexBots, lexV2Bots } = connect.instance(input.InstanceId);
    const all =
      input.LexVersion === 'V1' ? lexBots.map((LexBot) => ({ LexBot })) : lexV2Bots.map((LexV2Bot) => ({ LexV2Bot }));
    const { page, NextToken } = pageOf<{ LexBot?: LexBot; LexV2Bot?: LexV2Bot }>(all, input, connect.settings.pageSize);
    return { LexBots: page, NextToken };
  },

  CreateIntegrationAssociation: (connect, { InstanceId, IntegrationType, IntegrationArn, Tags }) => {
    const instance = connect.instance(InstanceId);
    if (NOT_HERE.includes(IntegrationType)) throw invalidRequest(`${IntegrationType} has operations of its own.`);
    const name = `${IntegrationType} ${IntegrationArn}`;
    const { id, arn } = instance.integrations.add({
      ...connect.entry(instance, 'integration-association', name, Tags),
      type: IntegrationType,
      integrationArn: IntegrationArn,
    });
    return { IntegrationAssociationId: id, IntegrationAssociationArn: arn };
  },

  ListIntegrationAssociations: (connect, input) => {
    const { id: InstanceId, integrations } = connect.instance(input.InstanceId);
    const all = integrations.list().filter(({ type }) => [undefined, type].includes(input.IntegrationType));
    const summaries = all.map(({ id, arn, type, integrationArn }) => ({
      IntegrationAssociationId: id,
      IntegrationAssociationArn: arn,
      InstanceId,
      IntegrationType: type,
      IntegrationArn: integrationArn,
    }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { IntegrationAssociationSummaryList: page, NextToken };
  },

  DeleteIntegrationAssociation: (connect, { InstanceId, IntegrationAssociationId }) => {
    const { integrations } = connect.instance(InstanceId);
    integrations.remove(integrations.get(IntegrationAssociationId));
    return {};
  },
} satisfies Handlers;
