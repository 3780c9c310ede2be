import type { AccessLog } from '#app/actions/privacy/access-log.ts';
import { sayOfJoin } from '#app/actions/people/say-of-join.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import type { JoinsReader } from '#app/questions/people/joins-seen.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { TeamAnswers } from './answers/team-answers.ts';
import { type Caller, throughToken } from './door/caller.ts';
import type { Handlers } from './door/call.ts';

export interface JoinsOrder {
  readonly database: TeamDatabase;
  readonly answers: TeamAnswers;
  /** Holds who looked before they are answered. */
  readonly log: AccessLog;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

const SAYS = { confirm: 'same', reject: 'different', undo: 'nothing' } as const;

/** Who is who and what is what in what other sources tell: read by whom policy lets, decided by whom it concerns. */
export function joinHandlers({ database, answers, log, now }: JoinsOrder): Pick<Handlers, 'list-joins' | 'say-of-join'> {
  return {
    'list-joins': async ({ caller, query: { kind = [], open = false, own = false, skip, most }, signal }) => {
      const asked = { kinds: [kind].flat(), open, own, skip, most };
      const { others, ...told } = await answers.joins({ reader: readerOf(caller), asked, signal });
      const by = caller.accountId!;
      const speaksOfThemself = told.joins.some((join) => join.own);
      if (others.length > 0 || speaksOfThemself)
        await log.note({
          by,
          through: throughToken(caller),
          question: 'joins',
          topics: [...(others.length > 0 ? (['identities'] as const) : []), ...(speaksOfThemself ? (['self'] as const) : [])],
          subjects: [...(speaksOfThemself ? [by] : []), ...(await log.marked(others))],
          outcome: 'answered',
          sight: 'everything',
        });
      return told;
    },
    'say-of-join': async ({ caller, body: { says, ...join }, signal }) => {
      const reason = await answers.joinSaying({ reader: readerOf(caller), word: { ...join, says }, signal });
      if (reason !== null) throw refusal('claim-word', { reason });
      await sayOfJoin(database, { ...join, says: SAYS[says], by: caller.accountId, now: now() });
    },
  };
}

function readerOf({ viewer, ownWords, accountId }: Caller): JoinsReader {
  return { viewer, ownWords, account: accountId! };
}
