/** What CloudFormation sends about a custom resource; all properties arrive as strings. */
export interface CustomResourceEvent<P> {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  /** The same for every delivery of one request. */
  readonly RequestId: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly ResourceType: string;
  readonly ResponseURL: string;
  /** Absent on Create. */
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: P;
  /** On Update only. */
  readonly OldResourceProperties?: P;
}

/** What a resource has become. */
export interface CustomResourceResult {
  /** Another id than before tells CloudFormation to delete what had the old one, once all else is done. */
  readonly physicalId: string;
  /** Attributes for `Fn::GetAtt`. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Brings a resource to where the event wants it. It may be called again with the same event at any point of its work. */
export type ResourceHandler<P> = (event: CustomResourceEvent<P>) => Promise<CustomResourceResult>;

/** What CloudFormation takes as an answer, 4096 bytes at most. */
export interface CustomResourceAnswer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly Data?: Readonly<Record<string, string>>;
}
