import type { Handlers } from '../connect-state';
import type { Prompt } from '../instance';
import { pageOf } from '../paging';
import { checkName, invalidParameter, kept } from '../refusals';

const LONGEST_NAME = 256;

const checkUri = (uri: string | undefined): void => {
  if (uri === undefined || /^s3:\/\/[^/]+\/.+$|^https:\/\/[^/]+\/.+$/.test(uri)) return;
  throw invalidParameter(`S3Uri is "${uri}"; it has to name an object, like s3://bucket/key.wav.`);
};

const described = ({ id, arn, name, description, tags }: Prompt) => ({
  PromptARN: arn,
  PromptId: id,
  Name: name,
  Description: description,
  Tags: { ...tags },
});

export const promptOperations = {
  CreatePrompt: (connect, { InstanceId, Name, Description, S3Uri, Tags }) => {
    const instance = connect.instance(InstanceId);
    checkName(Name, LONGEST_NAME);
    checkUri(S3Uri);
    const { id, arn } = instance.prompts.add({
      ...connect.entry(instance, 'prompt', Name, Tags),
      description: Description,
      s3Uri: S3Uri,
    });
    return { PromptARN: arn, PromptId: id };
  },

  DescribePrompt: (connect, { InstanceId, PromptId }) => ({
    Prompt: described(connect.instance(InstanceId).prompts.get(PromptId)),
  }),

  ListPrompts: (connect, input) => {
    const all = connect.instance(input.InstanceId).prompts.list();
    const summaries = all.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { PromptSummaryList: page, NextToken };
  },

  UpdatePrompt: (connect, { InstanceId, PromptId, Name, Description, S3Uri }) => {
    const { prompts } = connect.instance(InstanceId);
    const prompt = prompts.get(PromptId);
    checkName(Name, LONGEST_NAME);
    checkUri(S3Uri);
    prompts.rename(prompt, Name);
    prompt.description = kept(Description, prompt.description);
    prompt.s3Uri = S3Uri ?? prompt.s3Uri;
    return { PromptARN: prompt.arn, PromptId: prompt.id };
  },

  DeletePrompt: (connect, { InstanceId, PromptId }) => {
    const { prompts } = connect.instance(InstanceId);
    prompts.remove(prompts.get(PromptId));
    return {};
  },
} satisfies Handlers;
