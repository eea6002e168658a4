import type { Json, JsonObject } from '../../language';

export interface TemplateResource {
  readonly Type: string;
  /** The condition under which it is deployed. */
  readonly Condition?: string;
  readonly Properties?: JsonObject;
  readonly Metadata?: JsonObject;
}

/** The parts of a CloudFormation template that a contact centre is read from. */
export interface Template {
  readonly Resources: { readonly [logicalId: string]: TemplateResource };
  readonly Parameters?: { readonly [name: string]: { readonly Default?: Json } };
  readonly Conditions?: { readonly [name: string]: Json };
  readonly Mappings?: JsonObject;
  readonly Outputs?: { readonly [name: string]: { readonly Value: Json; readonly Export?: { readonly Name: Json } } };
}

/** A template and where its assets lie. */
export interface TemplateStack {
  readonly name: string;
  readonly template: Template;
  /** The folder of the cloud assembly, for Lambda code. @default functions have no code, so each needs a stand-in */
  readonly assetFolder?: string;
}

/** Something in a template that a world cannot be made of; the message says what, where and what to do. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}
