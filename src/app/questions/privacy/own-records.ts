import { refusal } from '#core/terms/refusals.ts';
import type { Database } from '#store/database/database.ts';
import { findingWordsBy, keptOfAccount, keptOfDeeds } from '#store/privacy/kept-about.ts';

export type OwnAccount = Awaited<ReturnType<typeof ownAccount>>;
export type OwnDeeds = Awaited<ReturnType<typeof ownDeeds>>;

/** An account and every way into it as it is kept, without what opens it. */
export async function ownAccount({ query }: Database, account: string) {
  const { whole, deactivations, roles, links, passwords, sessions, tokens, passkeys, logins } = await keptOfAccount(query, account);
  if (whole === undefined) throw refusal('account-unknown', { account });
  const { id, kind, name, email, email_from, external_id, state, made_at } = whole;
  return {
    id,
    kind,
    name,
    email,
    emailFrom: email_from,
    externalId: external_id,
    state,
    madeAt: told(made_at),
    passwordSetAt: toldIf(passwords[0]?.set_at ?? null),
    deactivations: deactivations.map(({ how, ...times }) => ({ ...window(times), how })),
    roles: roles.map(({ role, team_id, area, ...times }) => ({ ...window(times), role, team: team_id, area })),
    links: links.map((link) => ({
      kind: link.kind,
      madeAt: told(link.made_at),
      expiresAt: told(link.expires_at),
      usedAt: toldIf(link.used_at),
    })),
    sessions: sessions.map(({ how, browser, ...times }) => ({ how, browser, madeAt: told(times.made_at), seenAt: told(times.seen_at) })),
    tokens: tokens.map(({ name: called, shown, scopes, ...times }) => ({
      name: called,
      shown,
      scopes: JSON.parse(scopes) as string[],
      madeAt: told(times.made_at),
      expiresAt: told(times.expires_at),
      usedAt: toldIf(times.used_at),
      endedAt: toldIf(times.ended_at),
    })),
    passkeys: passkeys.map(({ name: called, ...times }) => ({ name: called, madeAt: told(times.made_at), usedAt: toldIf(times.used_at) })),
    logins: logins.map(({ issuer, subject, ...times }) => ({ issuer, subject, madeAt: told(times.made_at) })),
  };
}

/** What somebody belongs to, has said and has decided, without the words of anybody whom that was about. */
export async function ownDeeds({ query }: Database, account: string) {
  const [kept, words] = await Promise.all([keptOfDeeds(query, account), findingWordsBy(query, account)]);
  const said = <Says extends string>({ says, said_at }: { readonly says: Says; readonly said_at: number }) => ({ says, at: told(said_at) });
  return {
    memberships: kept.memberships.map(({ team, ...times }) => ({ ...window(times), team })),
    claims: kept.claims.map(({ id, spelling, made_at }) => ({ id, spelling, madeAt: told(made_at) })),
    wordsOnClaims: kept.claimWords.map(said),
    mergesProposed: kept.proposals.map(({ kind, made_at }) => ({ kind, madeAt: told(made_at) })),
    wordsOnMerges: kept.mergeWords.map(said),
    settingsChanged: kept.settings.map(({ key, reason, from_at }) => ({ key, reason, at: told(from_at) })),
    erasuresAsked: kept.erasures.map(({ asked_at, confirmed_at }) => ({ askedAt: told(asked_at), confirmedAt: toldIf(confirmed_at) })),
    wordsOnNames: kept.openingWords.map(({ says, at }) => ({ says, at: told(at) })),
    wordsOnFindings: words.map(({ area_name, kind, said: text, at }) => ({ areaName: area_name, kind, said: text, at: told(at) })),
  };
}

function window({ from_at, until_at }: { readonly from_at: number; readonly until_at: number | null }) {
  return { from: told(from_at), until: toldIf(until_at) };
}

function told(at: number): string {
  return new Date(at).toISOString();
}

function toldIf(at: number | null): string | null {
  return at === null ? null : told(at);
}
