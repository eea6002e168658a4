import type { FlowLog } from '../flow-log';
import { wholeSecond } from '../timestamps';
import type { RecordCheck } from './run-records';

const logsOf: RecordCheck = ({ logs = [], byId }) =>
  logs.flatMap(({ ContactId: id, Timestamp, ContactFlowName: flow }) => {
    const record = byId.get(id);
    if (record === undefined) return [`Flow "${flow}" logs ${id}, of which there is no record.`];
    const at = wholeSecond(Date.parse(Timestamp));
    const { InitiationTimestamp: begun, DisconnectTimestamp: ended } = record;
    if (at < begun) return [`Flow "${flow}" ran on ${id} at ${Timestamp}, before the contact began.`];
    return ended !== null && at > ended
      ? [`Flow "${flow}" ran on ${id} at ${Timestamp}, after the contact ended.`]
      : [];
  });

const inOrder: RecordCheck = ({ logs = [] }) => {
  const last = new Map<string, string>();
  return logs.flatMap(({ ContactId: id, Timestamp }) => {
    const before = last.get(id);
    last.set(id, Timestamp);
    return before !== undefined && Timestamp < before ? [`${id} logs ${Timestamp} after ${before}.`] : [];
  });
};

const functions: RecordCheck = ({ logs = [] }) =>
  logs
    .filter(({ ContactFlowModuleType: type }) => type === 'InvokeExternalResource')
    .flatMap(({ ContactId: id, Identifier, Parameters: { TimeLimit }, Results, ExternalResults }) => {
      const call = `${id} calls a function at "${Identifier}"`;
      if (Results !== undefined && ExternalResults !== undefined) return [`${call} that failed and answered.`];
      const isText = TimeLimit === undefined || (typeof TimeLimit === 'string' && /^\d+$/.test(TimeLimit));
      return isText ? [] : [`${call} with the time limit ${TimeLimit}, which logs write in milliseconds as text.`];
    });

const wasWritten = ({ ContactFlowModuleType: type, Parameters, Results }: FlowLog): boolean =>
  type === 'SetAttributes' && Results === undefined && Parameters.AddAttributeToRelatedContact !== 'true';

/** What was last written to an attribute, in a chain of contacts, is what its records hold. */
const attributes: RecordCheck = ({ logs = [], byId }) => {
  const written = new Map<string, FlowLog>();
  for (const log of logs.filter(wasWritten)) {
    const record = byId.get(log.ContactId);
    written.set(JSON.stringify([record?.InitialContactId ?? log.ContactId, log.Parameters.Key]), log);
  }
  return [...written.values()].flatMap(({ ContactId: id, Parameters: { Key, Value } }) => {
    const held = byId.get(id)?.Attributes[String(Key)];
    return held === Value ? [] : [`${id} writes "${Value}" to the attribute ${Key}, and its record holds "${held}".`];
  });
};

export const LOG_CHECKS: readonly RecordCheck[] = [logsOf, inOrder, functions, attributes];
