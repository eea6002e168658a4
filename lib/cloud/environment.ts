import type { Identifiers } from './identifiers';

/** Where the cloud is, as its ARNs say, and what it takes time and ids from. */
export interface CloudEnvironment {
  readonly account: string;
  readonly region: string;
  readonly clock: () => Date;
  readonly identifiers: Identifiers;
}

/** `arn:aws:<service>:<region>:<account>:<resource>` */
export const arnIn = ({ account, region }: CloudEnvironment, service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
