import type { AccessLog } from '#app/actions/privacy/access-log.ts';
import { TEAM_SCOPE } from '#app/actions/signals/look-at-signals.ts';
import { sayOfSignal } from '#app/actions/signals/say-of-signal.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { answerOwnSignals, answerSignalsRead } from '#app/questions/signals/answer-read.ts';
import { connectionsTelling, refuseWord } from '#app/questions/signals/signals-read.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { somewhere } from '#core/policy/sight-of.ts';
import type { Caller } from '#server/team/door/caller.ts';
import type { Handlers } from '#server/team/door/call.ts';
import { ReadyAnswer } from '#server/team/door/ready-answer.ts';

type SignalHandlers = Pick<Handlers, 'answer-signals' | 'answer-my-signals' | 'count-connections' | 'say-of-signal'>;

export interface SignalsOrder {
  readonly database: TeamDatabase;
  /** Holds who looked before they are answered. */
  readonly log: AccessLog;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

/** What was noticed: of the whole to who sees signals, as far as their roles reach; of oneself to everybody. */
export function signalHandlers({ database, log, now }: SignalsOrder): SignalHandlers {
  const reader = ({ viewer, ownWords }: Caller) => ({ viewer, ownWords, now: now(), scope: TEAM_SCOPE });
  const look = ({ accountId, viewer }: Caller, question: string) => ({ by: accountId!, viewer: somewhere(viewer), asked: { question } });
  return {
    'answer-signals': async ({ caller, query }) =>
      await log.around(look(caller, 'signals'), async () => {
        const permit = allow(somewhere(caller.viewer), { question: 'signals' });
        return ReadyAnswer.of(release(await answerSignalsRead(database, reader(caller), query), permit));
      }),
    'answer-my-signals': async ({ caller }) =>
      await log.around(look(caller, 'my-signals'), async () => {
        const permit = allow(caller.viewer, { question: 'my-signals' });
        return ReadyAnswer.of(release(await answerOwnSignals(database, reader(caller)), permit));
      }),
    'count-connections': async () => ({ telling: await connectionsTelling(database) }),
    'say-of-signal': async ({ caller, body: { signal, said, text, link } }) =>
      await log.around(look(caller, 'signals'), async () => {
        await refuseWord(database, reader(caller), signal);
        await sayOfSignal(database, { account: caller.accountId!, key: signal, said, words: text, link: link ?? null, now: now() });
      }),
  };
}
