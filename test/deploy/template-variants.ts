import type { Json, JsonObject } from '../../lib/language';

interface WrittenResource {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly DependsOn?: readonly string[];
}

/** A template as it stands in the assembly. */
export interface WrittenTemplate {
  readonly Resources: Readonly<Record<string, WrittenResource>>;
  readonly [section: string]: unknown;
}

const SAYS = /"Text":"/g;

/** A flow in which all prompts say something else; its text may be joined around references. */
const saidOtherwise = (content: Json): Json => {
  if (typeof content === 'string') return content.replace(SAYS, '"Text":"Changed. ');
  if (Array.isArray(content)) return content.map(saidOtherwise);
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, saidOtherwise(value)]));
};

const changedResource = (resource: WrittenResource): WrittenResource => {
  const { Properties: { Content, MaxContacts, ...others } = {} } = resource;
  const Properties = {
    ...others,
    ...(MaxContacts !== undefined && { MaxContacts: 30 }),
    ...(Content !== undefined && { Content: saidOtherwise(Content) }),
  };
  return resource.Properties === undefined ? resource : { ...resource, Properties };
};

/** The centre later: every flow says something else, those of circles, replaced defaults and overrides among them. */
export const changed = (template: WrittenTemplate): WrittenTemplate => ({
  ...template,
  Resources: Object.fromEntries(Object.entries(template.Resources).map(([id, each]) => [id, changedResource(each)])),
});

const REFUSED = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'queue',
  Actions: [{ Identifier: 'queue', Type: 'TransferContactToQueue', Parameters: {}, Transitions: {} }],
});

/** The changed centre with a flow that Connect refuses, and that is made after all else. */
export const broken = (template: WrittenTemplate): WrittenTemplate => {
  const { Resources, ...others } = changed(template);
  const flow = Object.values(Resources).find(({ Type }) => Type === 'AWS::Connect::ContactFlow');
  const InstanceArn = flow?.Properties?.InstanceArn as Json;
  const Properties = { InstanceArn, Name: 'Broken', Type: 'CONTACT_FLOW', Content: REFUSED };
  const Broken = { Type: 'AWS::Connect::ContactFlow', Properties, DependsOn: Object.keys(Resources) };
  return { ...others, Resources: { ...Resources, Broken } };
};
