import { AspectPriority, Aspects, CfnResource, type IAspect, Token, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import {
  analyserFor,
  type EntryPoint,
  entryPointFor,
  entryPointsOf,
  type MissingOverride,
  missingOverrides,
  sentencesFor,
} from '../analyse';
import { type InitiationMethod, OVERRIDABLE_FLOW_TYPES, type OverridableFlowType } from '../journey';
import type { Channel } from '../language';
import { type CentreOfApp, centreOfApp, type FlowOfApp } from './centre-of-app';
import type { IContactFlow } from './contact-flow';
import type { IQueue } from './queue';

/** Where contacts start. */
export type OverrideEntryPoint = {
  readonly method: InitiationMethod;
  readonly channel: Channel;
} & ({ readonly flow: IContactFlow<'CONTACT_FLOW'> } | { readonly queue: IQueue });

export interface RequireOverridesOptions {
  /** Only contacts that start so. @default - all that come of the entry points, transfers and callbacks included */
  readonly methods?: readonly InitiationMethod[];

  /**
   * Where contacts start.
   *
   * @default - inbound flows that a number leads to or no other flow names, on the channel that they declare, else for calls; and queues, for
   * calls of agents
   */
  readonly entryPoints?: readonly OverrideEntryPoint[];

  /** Flows that are only known at run time will do. @default false */
  readonly allowUnknown?: boolean;

  /** Errors fail the synthesis. @default 'error' */
  readonly severity?: 'error' | 'warning';
}

const ID = 'cdk-connect-flows:missing-override';

const FLOW = 'AWS::Connect::ContactFlow';
const QUEUE = 'AWS::Connect::Queue';

/** A flow or a queue at which contacts may start. */
interface Start {
  readonly construct: IConstruct;
  readonly arn: string;
}

type StartResource = CfnResource & { readonly instanceArn: string };

const isStart = (node: IConstruct): node is StartResource =>
  CfnResource.isCfnResource(node) && [FLOW, QUEUE].includes(node.cfnResourceType);

const startOf = (centre: CentreOfApp, resource: IConstruct): Start | undefined =>
  [...centre.flows, ...centre.queues].find(
    ({ construct }) => construct === resource || construct === resource.node.scope,
  );

/** A centre, and what is worked out once for all that start in it. */
interface KnownCentre {
  readonly centre: CentreOfApp;
  readonly guessed: readonly EntryPoint[];
  readonly analyse: ReturnType<typeof analyserFor>;
}

const knownCentre = (centre: CentreOfApp): KnownCentre => {
  const channels = new Map(centre.flows.map(({ arn, shipped }) => [arn, shipped?.context.channel]));
  const guessed = entryPointsOf(centre, { channelOf: ({ arn }) => channels.get(arn) });
  return { centre, guessed, analyse: analyserFor(centre) };
};

const lineOf = ({ flows, modules }: CentreOfApp, { run }: MissingOverride): string => {
  const last = run.witness().steps.findLast((step) => step.kind === 'action');
  const isWritten = ({ name, shipped }: FlowOfApp): boolean => shipped !== undefined && name === last?.flow;
  const line = [...flows, ...modules].find(isWritten)?.shipped?.content.lineOf(last?.action);
  return line === undefined ? '' : ` (${line})`;
};

const messageOf = (centre: CentreOfApp, missing: MissingOverride): string => {
  const { what, why, way, fix } = sentencesFor(missing);
  const where = lineOf(centre, missing);
  return [what, `  Why: ${why}`, `  Way: ${way}`, `  Fix: ${fix.replace(/\.$/, `${where}.`)}`].join('\n');
};

/**
 * Proves at synthesis that stages run flows of your own, whatever a contact does: from every entry point in the scope, along
 * every branch, through modules, transfers, queues, callbacks and disconnect flows.
 *
 *     requireOverrides(app, ['AGENT_WHISPER', 'CUSTOMER_QUEUE'], { methods: ['INBOUND'] });
 */
export class RequireOverrides implements IAspect {
  private scope: IConstruct | undefined;
  private starts: StartResource[] = [];
  private readonly centres = new Map<string, KnownCentre>();

  constructor(
    private readonly overrides: readonly OverridableFlowType[] = OVERRIDABLE_FLOW_TYPES,
    private readonly options: RequireOverridesOptions = {},
  ) {}

  visit(node: IConstruct): void {
    // What is shipped stands once no other aspect can change it.
    if (this.scope === undefined) node.node.addValidation({ validate: () => this.prove() });
    this.scope ??= node;
    if (isStart(node)) this.starts.push(node);
  }

  private prove(): string[] {
    for (const start of this.starts) this.proveFrom(start);
    this.starts = [];
    return [];
  }

  private proveFrom(resource: StartResource): void {
    const known = this.centreFor(resource);
    const start = startOf(known.centre, resource);
    const entryPoints = start === undefined ? [] : this.entryPointsAt(start, known);
    if (start === undefined || entryPoints.length === 0) return;
    const { methods, allowUnknown } = this.options;
    const required = { flowTypes: this.overrides, methods, allowUnknown };
    for (const missing of missingOverrides(known.analyse(entryPoints), required))
      this.report(start.construct, messageOf(known.centre, missing));
  }

  /** The whole app is looked at once; flows, queues and quick connects of one instance know each other. */
  private centreFor({ instanceArn, node }: StartResource): KnownCentre {
    const known = this.centres.get(instanceArn) ?? knownCentre(centreOfApp(node.root, instanceArn));
    this.centres.set(instanceArn, known);
    return known;
  }

  private entryPointsAt({ arn, construct }: Start, { centre, guessed }: KnownCentre): readonly EntryPoint[] {
    const { entryPoints } = this.options;
    if (entryPoints !== undefined) return entryPoints.flatMap((each) => given(each, arn, construct));
    const flow = centre.flows.find((each) => each.arn === arn);
    // A flow that is asked for by itself is one at which contacts start, whoever else names it.
    if (flow !== undefined && construct === this.scope)
      return [entryPointFor(flow, 'flow', flow.shipped?.context.channel)].filter(isThere);
    return guessed.filter((each) => each.flow === arn || each.queue === arn);
  }

  private report(construct: IConstruct, message: string): void {
    const validations = Validations.of(construct);
    if (this.options.severity === 'warning') validations.addWarning(ID, message);
    else validations.addError(ID, message);
  }
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

const given = (entry: OverrideEntryPoint, arn: string, { node }: IConstruct): readonly EntryPoint[] => {
  const { method, channel } = entry;
  const [reference, name] =
    'flow' in entry ? [entry.flow.contactFlowArn, entry.flow.flowName] : [entry.queue.queueArn, entry.queue.queueName];
  if (reference !== arn) return [];
  const at = 'flow' in entry ? 'flow' : 'queue';
  const known = name === undefined || Token.isUnresolved(name) ? node.path : name;
  return [{ name: known, method, channel, [at]: arn }];
};

/**
 * Proves at synthesis that a flow, everything in a scope, or the whole app runs flows of your own at some stages.
 *
 * @param overrides the types of flow that have to be your own; by default every type that has a default flow
 */
export const requireOverrides = (
  scope: IConstruct,
  overrides: readonly OverridableFlowType[] = OVERRIDABLE_FLOW_TYPES,
  options: RequireOverridesOptions = {},
): void => Aspects.of(scope).add(new RequireOverrides(overrides, options), { priority: AspectPriority.READONLY });
