import type { LegalIn } from '../../language/wire';
import { type AssistantRef, readAssistant } from '../handles';
import { onError, plan, shows, step } from '../place-step';
import { assistantSession } from '../reference';
import type { OnError, Step } from '../step';
import { NEXT } from '../tie-actions';

/**
 * Opens a session of the Connect assistant (once Amazon Q in Connect) for the contact, so that its agent gets
 * suggestions. The service refuses an ARN of no assistant when the flow is saved; on tasks it leaves by its error branch.
 */
export const connectAssistant = <T extends LegalIn<'CreateWisdomSession'>>(
  assistant: AssistantRef,
  options?: OnError<T>,
): Step<T> => {
  const handle = readAssistant(assistant);
  const ways = [onError(options)];
  const open = plan(
    'CreateWisdomSession',
    { WisdomAssistantArn: handle.arn },
    {
      block: 'Connect assistant',
      words: handle.name,
      ways,
      metadata: { ...shows('WisdomAssistantArn', handle), children: [NEXT], fragments: { SetContactData: NEXT } },
    },
  );
  const given = { WisdomSessionArn: assistantSession };
  const keep = plan('UpdateContactData', given, { block: 'Set assistant session', words: handle.name, ways });
  return step(connectAssistant, [open, keep], [handle]);
};
