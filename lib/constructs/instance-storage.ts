import { CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import type { IStream } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Annotations, type Duration, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { IInstance } from './instance';

/** What is kept as files. */
type Filed =
  | 'CALL_RECORDINGS'
  | 'SCREEN_RECORDINGS'
  | 'CHAT_TRANSCRIPTS'
  | 'SCHEDULED_REPORTS'
  | 'ATTACHMENTS'
  | 'CONTACT_EVALUATIONS'
  | 'EMAIL_MESSAGES';

/** What is told as it happens. */
type Streamed =
  | 'AGENT_EVENTS'
  | 'CONTACT_TRACE_RECORDS'
  | 'REAL_TIME_CONTACT_ANALYSIS_SEGMENTS'
  | 'REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS'
  | 'REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS';

/** Where something is kept, or where it is told. */
type StorageDestination =
  | {
      readonly kind: Filed;
      readonly bucket: IBucket;
      /** @default - the kind, e.g. `CALL_RECORDINGS` */
      readonly prefix?: string;
      /** @default - the encryption of the bucket */
      readonly encryptionKey?: IKey;
    }
  | { readonly kind: Streamed; readonly stream: IStream }
  | {
      readonly kind: 'CONTACT_TRACE_RECORDS';
      /** ARN of a Firehose delivery stream. */
      readonly deliveryStreamArn: string;
    }
  | {
      /** The voices of calls, live. */
      readonly kind: 'MEDIA_STREAMS';
      /** Begins the names of the Kinesis video streams. */
      readonly prefix: string;
      readonly retention: Duration;
      readonly encryptionKey: IKey;
    };

export type InstanceStorageProps = StorageDestination & { readonly instance: IInstance };

type Config = Omit<ConstructorParameters<typeof CfnInstanceStorageConfig>[2] & object, 'instanceArn' | 'resourceType'>;

const encryption = (key: IKey) => ({ encryptionType: 'KMS', keyId: key.keyArn });

const configOf = (props: StorageDestination): Config => {
  if ('bucket' in props) {
    const { bucket, prefix = props.kind, encryptionKey } = props;
    const encryptionConfig = encryptionKey && encryption(encryptionKey);
    return { storageType: 'S3', s3Config: { bucketName: bucket.bucketName, bucketPrefix: prefix, encryptionConfig } };
  }
  if ('stream' in props)
    return { storageType: 'KINESIS_STREAM', kinesisStreamConfig: { streamArn: props.stream.streamArn } };
  if ('deliveryStreamArn' in props)
    return { storageType: 'KINESIS_FIREHOSE', kinesisFirehoseConfig: { firehoseArn: props.deliveryStreamArn } };
  const { prefix, retention, encryptionKey } = props;
  return {
    storageType: 'KINESIS_VIDEO_STREAM',
    kinesisVideoStreamConfig: {
      prefix,
      retentionPeriodHours: retention.toHours(),
      encryptionConfig: encryption(encryptionKey),
    },
  };
};

/** What the service-linked role of Connect may write to. */
const BUCKETS = 'amazon-connect-';

/** Where an instance keeps recordings and the like, or tells events. One for each kind. */
export class InstanceStorage extends Construct {
  /** @attribute */
  readonly associationId: string;

  constructor(scope: Construct, id: string, props: InstanceStorageProps) {
    super(scope, id);
    const resource = new CfnInstanceStorageConfig(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      resourceType: props.kind,
      ...configOf(props),
    });
    this.associationId = resource.attrAssociationId;
    if ('bucket' in props) this.warnOfName(props.bucket.bucketName);
  }

  private warnOfName(name: string): void {
    if (Token.isUnresolved(name) || name.startsWith(BUCKETS)) return;
    Annotations.of(this).addWarningV2(
      'cdk-connect-flows:bucket-out-of-reach',
      `The service-linked role of Connect may write to buckets whose names begin with "${BUCKETS}", and this one is called "${name}". Rename it, or let the role write to it.`,
    );
  }
}
