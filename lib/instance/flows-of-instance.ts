import type { ContactFlowSummary } from '@aws-sdk/client-connect';
import { isFlowType, read } from '../language';
import type { WorldFlow } from '../simulate';
import { everyPage, inTurn, type ReadInstance } from './connect-reader';

/** A flow that was only ever saved runs for nobody. */
const isPublished = ({ ContactFlowStatus }: ContactFlowSummary): boolean => ContactFlowStatus !== 'SAVED';

const flowOf = async ({ connect, instanceArn }: ReadInstance, { Id = '' }: ContactFlowSummary): Promise<WorldFlow> => {
  const { ContactFlow = {} } = await connect.describeContactFlow({ InstanceId: instanceArn, ContactFlowId: Id });
  const { Arn = '', Name = '', Type = '', Content = '' } = ContactFlow;
  if (!isFlowType(Type)) throw new Error(`Flow "${Name}" has the type ${Type}, which the Flow language does not know.`);
  return { arn: Arn, name: Name, type: Type, document: read(Content, Name) };
};

/** The published flows of an instance. */
export const flowsOfInstance = async (instance: ReadInstance): Promise<readonly WorldFlow[]> => {
  const { connect, instanceArn: InstanceId } = instance;
  const summaries = await everyPage(
    (NextToken) => connect.listContactFlows({ InstanceId, NextToken }),
    ({ ContactFlowSummaryList }) => ContactFlowSummaryList,
  );
  return inTurn(summaries.filter(isPublished), (summary) => flowOf(instance, summary));
};

/** The modules of an instance. */
export const modulesOfInstance = async ({ connect, instanceArn }: ReadInstance): Promise<readonly WorldFlow[]> => {
  const InstanceId = instanceArn;
  const summaries = await everyPage(
    (NextToken) => connect.listContactFlowModules({ InstanceId, NextToken }),
    ({ ContactFlowModulesSummaryList }) => ContactFlowModulesSummaryList,
  );
  return inTurn(summaries, async ({ Id = '' }) => {
    const { ContactFlowModule = {} } = await connect.describeContactFlowModule({ InstanceId, ContactFlowModuleId: Id });
    const { Arn = '', Name = '', Content = '' } = ContactFlowModule;
    return { arn: Arn, name: Name, type: 'MODULE', document: read(Content, Name) };
  });
};
