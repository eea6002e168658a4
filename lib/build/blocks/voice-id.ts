import type { LegalIn } from '../../language/wire';
import { onError, onResult, plan, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';
import { NEXT, PREVIOUS } from '../tie-actions';
import type { Value } from '../value';

interface VoiceIdOptions<T extends LegalIn<'StartVoiceIdStream'>> extends OnError<T> {
  readonly authentication?: {
    /** 0 to 100. */
    readonly threshold: number;
    /** 5 to 10. */
    readonly responseTimeSeconds: number;
  };
  readonly fraudDetection?: {
    /** 0 to 100. */
    readonly threshold: number;
    readonly watchlistId?: Value;
  };
}

const spelled = (isOn: boolean): string => (isOn ? 'TRUE' : 'FALSE');

/**
 * Sends the caller's voice to Voice ID.
 *
 * @deprecated The service ended on 2026-05-20; flows written before may still hold it.
 */
export const setVoiceId = <T extends LegalIn<'StartVoiceIdStream'>>(options: VoiceIdOptions<T> = {}): Step<T> => {
  const { authentication, fraudDetection } = options;
  const given = {
    IsVoiceIdStreamingEnabled: spelled(true),
    IsVoiceAuthenticationEnabled: spelled(authentication !== undefined),
    IsFraudDetectionEnabled: spelled(fraudDetection !== undefined),
    VoiceAuthenticationThreshold: authentication?.threshold,
    VoiceAuthenticationResponseTime: authentication?.responseTimeSeconds,
    FraudDetectionThreshold: fraudDetection?.threshold,
    WatchlistId: fraudDetection?.watchlistId,
  };
  const ways = [onError(options)];
  const fragments = { SetContactData: PREVIOUS };
  return step(setVoiceId, [
    plan('UpdateContactData', given, { block: 'Set Voice ID', words: 'data', ways, metadata: { children: [NEXT] } }),
    plan('StartVoiceIdStream', {}, { block: 'Set Voice ID', ways, metadata: { fragments } }),
  ]);
};

type Question = 'enrollmentStatus' | 'voiceAuthentication' | 'fraudDetection';

interface VoiceIdBranches<T extends LegalIn<'CheckVoiceId'>> extends OnError<T> {
  /**
   * By status. Flows were seen with `Authenticated`, `NotAuthenticated`, `Inconclusive`, `NotEnrolled` and `OptedOut`
   * after `voiceAuthentication`.
   */
  readonly results: { readonly [status: string]: Branch<T> };
}

/**
 * Branches on what Voice ID found.
 *
 * @deprecated The service ended on 2026-05-20; flows written before may still hold it.
 */
export const checkVoiceId = <T extends LegalIn<'CheckVoiceId'>>(
  question: Question,
  branches: VoiceIdBranches<T>,
): Step<T> =>
  step(checkVoiceId, [
    plan(
      'CheckVoiceId',
      { CheckVoiceIdOption: question },
      {
        block: 'Check Voice ID',
        words: question,
        ways: [...Object.entries(branches.results).map(([status, to]) => onResult(status, to)), onError(branches)],
        next: { copyOf: 'NoMatchingError' },
      },
    ),
  ]);
