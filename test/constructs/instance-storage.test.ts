import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Stream } from 'aws-cdk-lib/aws-kinesis';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';
import { FlowLogs, InstanceStorage } from '../../lib/constructs';
import { INSTANCE_ARN, smallCentre } from './small-centre';

const TYPE = 'AWS::Connect::InstanceStorageConfig';

describe('The storage of an instance', () => {
  test('keeps recordings in a bucket, encrypted with a key', () => {
    const { stack, instance } = smallCentre();
    const bucket = new Bucket(stack, 'Bucket');
    const encryptionKey = new Key(stack, 'Key');
    new InstanceStorage(stack, 'Recordings', { instance, kind: 'CALL_RECORDINGS', bucket, encryptionKey });
    Template.fromStack(stack).hasResourceProperties(TYPE, {
      InstanceArn: INSTANCE_ARN,
      ResourceType: 'CALL_RECORDINGS',
      StorageType: 'S3',
      S3Config: {
        BucketName: { Ref: Match.stringLikeRegexp('^Bucket') },
        BucketPrefix: 'CALL_RECORDINGS',
        EncryptionConfig: { EncryptionType: 'KMS', KeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] } },
      },
    });
  });

  test('tells contact records in a stream, or to a delivery stream', () => {
    const { stack, instance } = smallCentre();
    const deliveryStreamArn = 'arn:aws:firehose:eu-central-1:111122223333:deliverystream/records';
    new InstanceStorage(stack, 'Events', { instance, kind: 'AGENT_EVENTS', stream: new Stream(stack, 'Stream') });
    new InstanceStorage(stack, 'Records', { instance, kind: 'CONTACT_TRACE_RECORDS', deliveryStreamArn });
    const template = Template.fromStack(stack);
    template.hasResourceProperties(TYPE, { ResourceType: 'AGENT_EVENTS', StorageType: 'KINESIS_STREAM' });
    template.hasResourceProperties(TYPE, { KinesisFirehoseConfig: { FirehoseArn: deliveryStreamArn } });
  });

  test('streams voices for as long as is said', () => {
    const { stack, instance } = smallCentre();
    new InstanceStorage(stack, 'Voices', {
      instance,
      kind: 'MEDIA_STREAMS',
      prefix: 'northwind',
      retention: Duration.days(1),
      encryptionKey: new Key(stack, 'Key'),
    });
    Template.fromStack(stack).hasResourceProperties(TYPE, {
      KinesisVideoStreamConfig: { Prefix: 'northwind', RetentionPeriodHours: 24 },
    });
  });

  test('warns of a bucket that Connect may not write to', () => {
    const { stack, instance } = smallCentre();
    const bucket = Bucket.fromBucketName(stack, 'Bucket', 'northwind-recordings');
    new InstanceStorage(stack, 'Recordings', { instance, kind: 'CALL_RECORDINGS', bucket });
    Annotations.fromStack(stack).hasWarning(
      '*',
      Match.stringLikeRegexp('buckets whose names begin with "amazon-connect-"'),
    );
  });
});

test('Flow logs are kept for three months, in the group that Connect would make', () => {
  const { stack } = smallCentre();
  new FlowLogs(stack, 'FlowLogs', { alias: 'northwind' });
  Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
    Properties: { LogGroupName: '/aws/connect/northwind', RetentionInDays: 90 },
    DeletionPolicy: 'Retain',
  });
});
