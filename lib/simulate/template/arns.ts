import { createHash } from 'node:crypto';

/** The account that stands for the one a template will be deployed to. */
export const ACCOUNT = '111122223333';

/** An identifier that is always the same for the same name, in the shape of a UUID. */
export const stableId = (name: string): string => {
  const hash = createHash('sha256').update(name).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** Custom resources of our constructs: the content of a flow that was created with a stub, and of a default flow. */
export const CONTENT_AFTERWARDS = 'Custom::ConnectFlowContent';
export const REPLACED_DEFAULT = 'Custom::ConnectDefaultFlow';
/** Another one: the flow that a phone number leads to. */
export const CALLED_FLOW = 'Custom::ConnectPhoneNumberFlow';

/** How the ARN of a resource inside an instance goes on, and the attributes that give it. */
const INSIDE_INSTANCE: Readonly<Record<string, { readonly path: string; readonly attribute: string }>> = {
  'AWS::Connect::ContactFlow': { path: 'contact-flow', attribute: 'ContactFlowArn' },
  'AWS::Connect::ContactFlowModule': { path: 'flow-module', attribute: 'ContactFlowModuleArn' },
  'AWS::Connect::Queue': { path: 'queue', attribute: 'QueueArn' },
  'AWS::Connect::HoursOfOperation': { path: 'operating-hours', attribute: 'HoursOfOperationArn' },
  'AWS::Connect::QuickConnect': { path: 'transfer-destination', attribute: 'QuickConnectArn' },
  'AWS::Connect::RoutingProfile': { path: 'routing-profile', attribute: 'RoutingProfileArn' },
  'AWS::Connect::SecurityProfile': { path: 'security-profile', attribute: 'SecurityProfileArn' },
  'AWS::Connect::User': { path: 'agent', attribute: 'UserArn' },
  'AWS::Connect::DataTable': { path: 'data-table', attribute: 'Arn' },
  [REPLACED_DEFAULT]: { path: 'contact-flow', attribute: 'FlowArn' },
  'AWS::Connect::Prompt': { path: 'prompt', attribute: 'PromptArn' },
};

export interface ResourceNames {
  readonly instanceArn: string;
  readonly region: string;
}

/** The ARN that a resource gets in this world; made from its logical id, so that it is the same in every run. */
export const arnOf = (type: string, id: string, { instanceArn, region }: ResourceNames): string => {
  const inside = INSIDE_INSTANCE[type];
  if (inside) return `${instanceArn}/${inside.path}/${stableId(id)}`;
  if (type === 'AWS::Connect::Instance') return instanceArn;
  if (type === 'AWS::Lambda::Function') return `arn:aws:lambda:${region}:${ACCOUNT}:function:${id}`;
  const [, service = 'unknown', kind = 'resource'] = type.toLowerCase().split('::');
  return `arn:aws:${service}:${region}:${ACCOUNT}:${kind}/${id}`;
};

/** What `Fn::GetAtt` gives for an attribute; undefined for one that this world knows nothing of. */
export const attributeOf = (type: string, id: string, attribute: string, names: ResourceNames): string | undefined => {
  const arn = arnOf(type, id, names);
  if (attribute === INSIDE_INSTANCE[type]?.attribute || attribute === 'Arn') return arn;
  if (type === 'AWS::Connect::Instance' && attribute === 'Id') return arn.slice(arn.lastIndexOf('/') + 1);
  if (type === 'AWS::Connect::DataTableAttribute' && attribute === 'AttributeId') return stableId(id);
  return undefined;
};

/** What `Ref` gives: the ARN for Connect's resources, the name for most others. */
export const refOf = (type: string, id: string, names: ResourceNames): string =>
  type.startsWith('AWS::Connect::') ? arnOf(type, id, names) : id;
