import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { zipSync } from 'fflate';
import type { EmbeddedCloud } from '../../lib/cloud';
import { clientSettings } from './cloud-under-test';

export const BUCKET = 'cdk-hnb659fds-assets-111122223333-eu-west-2';

/** Uploads an archive with some files, as the CDK does with assets; gives what a template calls it. */
export const uploadArchive = async (
  cloud: EmbeddedCloud,
  files: Readonly<Record<string, string>>,
  name = 'code.zip',
) => {
  const archive = zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, Buffer.from(text)])));
  const client = new S3Client(clientSettings(cloud));
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: name, Body: archive }));
  return { S3Bucket: BUCKET, S3Key: name };
};

/** The JavaScript files of a folder, by name. */
export const scriptsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );

/** Every file of a folder and the folders in it, by its path. */
export const filesIn = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(folder, file), readFileSync(file)]),
  );

const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
};

/** A role and a function for a template. */
export const functionResources = (Code: object | string, more: object = {}) => ({
  Role: ROLE,
  Function: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Timeout: 20,
      Code: typeof Code === 'string' ? { ZipFile: Code } : Code,
      ...more,
    },
  },
});
