import { AwsError } from '../aws-error';
import { arnIn, type CloudEnvironment } from '../environment';
import { type JsonInput, jsonAction, jsonAnswer, jsonInput, jsonText } from '../http/json-protocol';
import type { CloudRequest, CloudResponse } from '../http/message';

export interface LogGroup {
  readonly name: string;
  readonly retentionDays?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface LogEvent {
  readonly logStreamName: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/** Older lines go first. */
const MOST_EVENTS = 10_000;

/** CloudWatch's log groups, and the lines that functions wrote. */
export class LogsService {
  readonly groups = new Map<string, LogGroup>();
  private readonly lines = new Map<string, LogEvent[]>();

  constructor(private readonly environment: CloudEnvironment) {}

  handle(request: CloudRequest): CloudResponse {
    return jsonAnswer(this.answer(jsonAction(request), jsonInput(request)));
  }

  create(group: LogGroup): LogGroup {
    if (this.groups.has(group.name)) {
      throw new AwsError('ResourceAlreadyExistsException', `There is a log group ${group.name} already.`);
    }
    this.groups.set(group.name, group);
    return group;
  }

  /** @throws AwsError where there is none */
  get(name: string): LogGroup {
    const group = this.groups.get(name);
    if (group !== undefined) return group;
    throw new AwsError('ResourceNotFoundException', `The specified log group does not exist: ${name}`);
  }

  update(group: LogGroup): void {
    this.groups.set(this.get(group.name).name, group);
  }

  remove(name: string): void {
    this.groups.delete(this.get(name).name);
    this.lines.delete(name);
  }

  /** Adds a line; a group that nobody made is not made for it either, so that a deployment leaves nothing behind. */
  write(group: string, logStreamName: string, message: string): void {
    const lines = this.lines.get(group) ?? [];
    lines.push({ logStreamName, message, timestamp: this.environment.clock().getTime() });
    if (lines.length > MOST_EVENTS) lines.splice(0, lines.length - MOST_EVENTS);
    this.lines.set(group, lines);
  }

  eventsOf(group: string): readonly LogEvent[] {
    return this.lines.get(group) ?? [];
  }

  private answer(action: string, input: JsonInput): object {
    if (action === 'DescribeLogGroups') return { logGroups: this.described(input) };
    const name = jsonText(input, 'logGroupName');
    if (action === 'CreateLogGroup') this.create({ name });
    else if (action === 'DeleteLogGroup') this.remove(name);
    else if (action === 'FilterLogEvents') return { events: this.filtered(name, input) };
    else if (action === 'PutRetentionPolicy') {
      this.update({ ...this.get(name), retentionDays: Number(input.retentionInDays) });
    } else throw new AwsError('InvalidAction', `The embedded cloud does not carry out logs:${action}.`);
    return {};
  }

  private described({ logGroupNamePrefix: prefix = '' }: JsonInput): readonly object[] {
    const groups = [...this.groups.values()].filter(({ name }) => name.startsWith(String(prefix)));
    return groups.map(({ name, retentionDays }) => ({
      logGroupName: name,
      retentionInDays: retentionDays,
      arn: arnIn(this.environment, 'logs', `log-group:${name}:*`),
    }));
  }

  private filtered(
    name: string,
    { startTime = 0, endTime = Number.POSITIVE_INFINITY, logStreamNames }: JsonInput,
  ): readonly LogEvent[] {
    if (!this.lines.has(name)) this.get(name);
    const streams = Array.isArray(logStreamNames) ? logStreamNames : undefined;
    return this.eventsOf(name).filter(
      ({ timestamp, logStreamName }) =>
        timestamp >= Number(startTime) && timestamp <= Number(endTime) && (streams?.includes(logStreamName) ?? true),
    );
  }
}
