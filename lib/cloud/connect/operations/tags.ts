import { AwsError } from '../../aws-error';
import type { ConnectState, Handlers } from '../connect-state';
import { invalidRequest } from '../refusals';

interface Tagged {
  readonly arn: string;
  tags: Readonly<Record<string, string>>;
}

const MOST_TAGS = 50;

const taggedAt = (connect: ConnectState, arn: string): Tagged => {
  const instances = [...connect.instances.values()];
  const all: readonly Tagged[] = [
    ...instances,
    ...instances.flatMap((instance) => instance.everything()),
    ...connect.phoneNumbers.values(),
  ];
  const found = all.find((each) => each.arn === arn);
  if (found !== undefined) return found;
  throw new AwsError('ResourceNotFoundException', `There is no resource ${arn}.`, 404);
};

export const tagOperations = {
  TagResource: (connect, { resourceArn, tags }) => {
    const tagged = taggedAt(connect, resourceArn);
    const all = { ...tagged.tags, ...tags };
    if (Object.keys(all).length > MOST_TAGS) throw invalidRequest(`A resource may have ${MOST_TAGS} tags.`);
    tagged.tags = all;
    return {};
  },

  UntagResource: (connect, { resourceArn, tagKeys }) => {
    const tagged = taggedAt(connect, resourceArn);
    tagged.tags = Object.fromEntries(Object.entries(tagged.tags).filter(([key]) => !tagKeys.includes(key)));
    return {};
  },

  ListTagsForResource: (connect, { resourceArn }) => ({ tags: { ...taggedAt(connect, resourceArn).tags } }),
} satisfies Handlers;
