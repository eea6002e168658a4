import { AwsError } from '../aws-error';
import type { CloudEnvironment } from '../environment';
import type { CloudRequest, CloudResponse } from '../http/message';
import { type QueryInput, queryAnswer, queryInput, requiredText, textIn } from '../http/query-protocol';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const SESSION_HOURS = 1;

/** Says who a caller is, and takes every role on: nothing here is secret. */
export class StsService {
  constructor(private readonly environment: CloudEnvironment) {}

  handle(request: CloudRequest): CloudResponse {
    const input = queryInput(request);
    const action = textIn(input, 'Action') ?? '';
    return queryAnswer(action, NAMESPACE, this.answer(action, input));
  }

  private answer(action: string, input: QueryInput): object {
    const { account } = this.environment;
    if (action === 'GetCallerIdentity') {
      return { Arn: `arn:aws:iam::${account}:user/embedded-cloud`, UserId: 'AIDAEMBEDDEDCLOUD', Account: account };
    }
    if (action === 'AssumeRole')
      return this.session(requiredText(input, 'RoleArn'), requiredText(input, 'RoleSessionName'));
    throw new AwsError('InvalidAction', `The embedded cloud does not carry out sts:${action}.`);
  }

  private session(roleArn: string, name: string): object {
    const { account, clock } = this.environment;
    const [, , , , roleAccount, role = ''] = roleArn.split(':');
    if (roleAccount !== account) {
      throw new AwsError('AccessDenied', `The embedded cloud is account ${account}; ${roleArn} is of another.`, 403);
    }
    const roleName = role.slice(role.lastIndexOf('/') + 1);
    return {
      Credentials: {
        AccessKeyId: 'ASIAEMBEDDEDCLOUD',
        SecretAccessKey: 'embedded',
        SessionToken: roleName,
        Expiration: new Date(clock().getTime() + SESSION_HOURS * 3_600_000),
      },
      AssumedRoleUser: {
        Arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${name}`,
        AssumedRoleId: `AROAEMBEDDEDCLOUD:${name}`,
      },
    };
  }
}
