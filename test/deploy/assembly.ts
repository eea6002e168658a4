import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { App } from 'aws-cdk-lib/core';
import { zipSync } from 'fflate';
import { type EmbeddedCloud, startCloud } from '../../lib/cloud';
import { clientSettings } from '../cloud/cloud-under-test';
import { BUCKET, filesIn } from '../cloud/functions-under-test';
import type { WrittenTemplate } from './template-variants';

export const ALIAS = 'larkfield-energy';

/** Pauses of handlers are real ones; this is how much shorter they get. */
export const CLOCK_SPEED = 100;

interface AssetManifest {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path: string; readonly packaging: string };
        readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
      }
    >
  >;
}

/** A stack as the CDK writes it: its template, and the archives of its functions by their keys. */
export interface Assembly {
  readonly template: WrittenTemplate;
  readonly archives: ReadonlyMap<string, Uint8Array>;
}

const archivesIn = (outdir: string, stack: string): Assembly['archives'] => {
  const { files } = JSON.parse(readFileSync(path.join(outdir, `${stack}.assets.json`), 'utf8')) as AssetManifest;
  const zips = Object.values(files).filter(({ source }) => source.packaging === 'zip');
  return new Map(
    zips.flatMap(({ source, destinations }) => {
      const archive = zipSync(filesIn(path.join(outdir, source.path)), { level: 0 });
      return Object.values(destinations).map(({ objectKey }) => [objectKey, archive] as const);
    }),
  );
};

/** Synthesises a stack with its functions, for the instance that every cloud of a test has under the same ARN. */
export const synthesise = async (
  stack: string,
  build: (app: App, instanceArn: string) => unknown,
): Promise<Assembly> => {
  const cloud = await startCloud();
  const instanceArn = await cloud.createInstance(ALIAS);
  await cloud.stop();
  const outdir = mkdtempSync(path.join(tmpdir(), 'assembly-'));
  try {
    const app = new App({ outdir });
    build(app, instanceArn);
    app.synth();
    const template = JSON.parse(readFileSync(path.join(outdir, `${stack}.template.json`), 'utf8'));
    return { template, archives: archivesIn(outdir, stack) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

/** Puts the code of functions where templates look for it. */
export const publish = async (cloud: EmbeddedCloud, { archives }: Assembly): Promise<void> => {
  const client = new S3Client(clientSettings(cloud));
  for (const [Key, Body] of archives) await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
};
