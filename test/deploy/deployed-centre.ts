import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { App } from 'aws-cdk-lib/core';
import { zipSync } from 'fflate';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';
import { type CloudOptions, type EmbeddedCloud, startCloud } from '../../lib/cloud';
import { clientSettings, StackUnderTest } from '../cloud/cloud-under-test';
import { BUCKET, filesIn } from '../cloud/functions-under-test';
import { broken, changed, type WrittenTemplate } from './template-variants';

const STACK = 'ContactCentre';
const ALIAS = 'larkfield-energy';

/** Pauses of handlers are real ones; this is how much shorter they get. */
const CLOCK_SPEED = 100;

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

/** The example as the CDK writes it: its template, and the archives of its functions by their keys. */
export interface Assembly {
  readonly template: WrittenTemplate;
  readonly archives: ReadonlyMap<string, Uint8Array>;
}

const archivesIn = (outdir: string): Assembly['archives'] => {
  const { files } = JSON.parse(readFileSync(path.join(outdir, `${STACK}.assets.json`), 'utf8')) as AssetManifest;
  const zips = Object.values(files).filter(({ source }) => source.packaging === 'zip');
  return new Map(
    zips.flatMap(({ source, destinations }) => {
      const archive = zipSync(filesIn(path.join(outdir, source.path)), { level: 0 });
      return Object.values(destinations).map(({ objectKey }) => [objectKey, archive] as const);
    }),
  );
};

/** Synthesises the example once, for whatever cloud it is deployed to. */
export const synthesised = async (): Promise<Assembly> => {
  const cloud = await startCloud();
  const instanceArn = await cloud.createInstance(ALIAS);
  await cloud.stop();
  const outdir = mkdtempSync(path.join(tmpdir(), 'assembly-'));
  try {
    const app = new App({ outdir });
    new ContactCentreStack(app, STACK, { instanceArn });
    app.synth();
    const template = JSON.parse(readFileSync(path.join(outdir, `${STACK}.template.json`), 'utf8'));
    return { template, archives: archivesIn(outdir) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

const VARIANTS = { first: (template: WrittenTemplate) => template, changed, broken } as const;

type Variant = keyof typeof VARIANTS;

/** A cloud of its own for one life of the example: instances in all of them have the same ids. */
export interface DeployedCentre {
  readonly cloud: EmbeddedCloud;
  readonly instanceArn: string;
  readonly stack: StackUnderTest;
  /** Deploys by CloudFormation's own API; gives the status of the stack afterwards. */
  deploy(variant: Variant): Promise<string>;
  /** Gives the status, and `gone` where the stack is no longer there. */
  delete(): Promise<string>;
  /** Tries again to take back an update that could not be taken back. */
  continueRollback(): Promise<string>;
}

const publish = async (cloud: EmbeddedCloud, { archives }: Assembly): Promise<void> => {
  const client = new S3Client(clientSettings(cloud));
  for (const [Key, Body] of archives) await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
};

/** A cloud with an instance, to which the example can be deployed without the CDK. */
export const newDeployment = async (assembly: Assembly, options: CloudOptions = {}): Promise<DeployedCentre> => {
  const cloud = await startCloud({ functionClockSpeed: CLOCK_SPEED, ...options });
  const instanceArn = await cloud.createInstance(ALIAS);
  await publish(cloud, assembly);
  const stack = new StackUnderTest(cloud, STACK);
  return {
    cloud,
    instanceArn,
    stack,
    deploy: (variant) => stack.deploy(JSON.stringify(VARIANTS[variant](assembly.template))),
    delete: async () => {
      await stack.delete();
      return stack.status().catch(() => 'gone');
    },
    continueRollback: () => stack.continueRollback(),
  };
};
