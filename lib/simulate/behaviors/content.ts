import { failed, NEXT } from '../outcome';
import { randomUuid } from '../random';
import { type Behavior, missing } from './behavior';

const createWisdomSession: Behavior = (step, execution) => {
  const { kernel, frame } = execution;
  const arn = execution.text(step.parameters.WisdomAssistantArn);
  const assistant = kernel.world.assistant(arn);
  if (!assistant) return missing('assistant', arn);
  const { region, instanceArn } = kernel.world.world;
  const id = `${arn.slice(arn.lastIndexOf('/') + 1)}/${randomUuid(kernel.random)}`;
  frame.results.set('Wisdom', { SessionArn: `arn:aws:wisdom:${region}:${instanceArn.split(':')[4]}:session/${id}` });
  return NEXT;
};

/** Where the rendered text can be read is not published. */
const renderMessageTemplate: Behavior = (step, execution) => {
  const { kernel, contact } = execution;
  const arn = execution.text(step.parameters.WisdomMessageTemplateArn);
  const template = kernel.world.messageTemplate(arn);
  if (!template) return missing('message template', arn);
  const unset = template.needs?.find((attribute) => !contact.attributes.has(attribute));
  return unset === undefined ? NEXT : failed(`it needs the attribute ${unset}`, 'TemplateRenderingError');
};

const EMAIL_BYTES = 32 * 1024;

const loadContactContent: Behavior = (_step, { kernel, frame }) => {
  const { emailText } = kernel.world.world;
  if (emailText === undefined) return failed('the text of the email cannot be read');
  if (Buffer.byteLength(emailText) > EMAIL_BYTES) return failed('the text of the email has more than 32 KB');
  frame.results.set('Email', { EmailMessage: { Plaintext: emailText } });
  return NEXT;
};

export const CONTENT_BEHAVIORS = {
  CreateWisdomSession: createWisdomSession,
  RenderMessageTemplate: renderMessageTemplate,
  LoadContactContent: loadContactContent,
} satisfies Record<string, Behavior>;
