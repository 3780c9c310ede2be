import { letFindingGo, noteFinding } from '#app/actions/privacy/answer-finding.ts';
import { type FindingSeen, findingsIn, myFindings } from '#app/questions/privacy/findings-read.ts';
import { allow } from '#core/policy/allow.ts';
import { type Caller, throughToken } from '#server/team/door/caller.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { PrivacyOrder } from './privacy-handlers.ts';

type FindingHandlers = Pick<Handlers, 'list-my-findings' | 'let-finding-go' | 'note-finding' | 'list-findings'>;

/** What concerns one person: theirs first, and then with their note for everybody who sees areas. */
export function findingHandlers({ database, log, now }: Pick<PrivacyOrder, 'database' | 'log' | 'now'>): FindingHandlers {
  const reader = ({ viewer, ownWords }: Caller) => ({ viewer, ownWords, now: now() });
  const look = (caller: Caller, question: string) => ({
    by: caller.accountId!,
    through: throughToken(caller),
    viewer: caller.viewer,
    asked: { question },
  });
  return {
    'list-my-findings': async ({ caller }) =>
      await log.around(look(caller, 'my-findings'), async () => ({ findings: (await myFindings(database, reader(caller))).map(said) })),
    'let-finding-go': async ({ caller, params }) =>
      await letFindingGo(database, { account: caller.accountId!, ...reader(caller), ...params }),
    'note-finding': async ({ caller, params, body }) =>
      await noteFinding(database, { account: caller.accountId!, ...reader(caller), ...params, ...body }),
    'list-findings': async ({ caller, params }) =>
      await log.around(look(caller, 'findings'), async () => {
        allow(caller.viewer, { question: 'findings' });
        const { findings, heldUntil } = await findingsIn(database, params.source, reader(caller));
        return { findings: findings.map(said), heldUntil: heldUntil.map(told) };
      }),
  };
}

export function said({ foundAt, othersFrom, notes, ...rest }: FindingSeen) {
  return { ...rest, foundAt: told(foundAt), othersFrom: told(othersFrom), notes: [...notes] };
}

function told(at: number): string {
  return new Date(at).toISOString();
}
