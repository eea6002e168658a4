import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib/core';
import { disconnect, inboundFlow, playPrompt } from '../../lib/build';
import { InboundFlow, Instance } from '../../lib/constructs';
import { type CentreSource, contactCentre, worldFrom } from '../../lib/testing';

const flow = inboundFlow('Main line', { onError: [disconnect()] }, [playPrompt('Welcome.'), disconnect()]);

let folder: string;
let stack: Stack;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'centre-'));
  stack = new Stack(new App({ outdir: folder }), 'Centre');
  const instance = Instance.fromInstanceArn(stack, 'Instance', 'arn:aws:connect:eu-central-1:111122223333:instance/x');
  new InboundFlow(stack, 'MainLine', { instance, flow });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const template = () => (stack.node.root as App).synth().getStackByName('Centre').template;

const templateFile = () => {
  const file = join(folder, 'alone.json');
  writeFileSync(file, JSON.stringify(template()));
  return file;
};

const SOURCES: readonly (readonly [string, () => CentreSource])[] = [
  ['an app', () => stack.node.root as App],
  ['a stack', () => stack],
  ['the folder of a cloud assembly', () => (stack.node.root as App).synth().directory],
  ['a template', template],
  ['a file of a template', templateFile],
  ['flows', () => [flow]],
  ['a centre written by hand', () => ({ flows: [flow] })],
  ['a world', () => worldFrom([flow])],
];

describe('A contact centre is made of', () => {
  test.each(SOURCES)('%s', async (_what, source) => {
    await contactCentre(source()).calls({ flow: 'Main line' }).hears('Welcome').isDisconnected();
  });

  test('a source that is read once, however many tests there are', () => {
    expect(worldFrom(stack)).toBe(worldFrom(stack));
    expect(worldFrom(folder)).toBe(worldFrom(folder));
  });

  test('nothing, where there is no such path', () => {
    expect(() => contactCentre('no-such-folder')).toThrow(
      /There is no no-such-folder\. Give the folder that `cdk synth` writes/,
    );
  });
});
