import type { LegalIn } from '../../language/wire';
import { onError, plan, step } from '../place-step';
import type { OnError, Step } from '../step';

/** Loads the text of an email, up to 32 KB, which is then at `contact.emailText`. Email only. */
export const getStoredContent = <T extends LegalIn<'LoadContactContent'>>(options?: OnError<T>): Step<T> =>
  step(getStoredContent, [
    plan(
      'LoadContactContent',
      { ContentType: 'EmailMessage' },
      { block: 'Get stored content', ways: [onError(options)] },
    ),
  ]);

/** Wakes a paused task. On other channels it leaves by its error branch. */
export const resumeContact = <T extends LegalIn<'ResumeContact'>>(options?: OnError<T>): Step<T> =>
  step(resumeContact, [plan('ResumeContact', {}, { block: 'Resume contact', ways: [onError(options)] })]);
