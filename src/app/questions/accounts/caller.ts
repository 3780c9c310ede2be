import { claimState } from '#core/accounts/claim-state.ts';
import { grantOf } from '#core/accounts/grant-of.ts';
import { inForce } from '#core/accounts/in-force.ts';
import { sessionEnd } from '#core/accounts/session-end.ts';
import { SCOPES } from '#contract/operations/operation.ts';
import type { Scope } from '#contract/operations/operation.ts';
import type { Grant, Mode } from '#core/policy/viewer.ts';
import { teamMode } from '#app/questions/privacy/team-settings.ts';
import { accountById } from '#store/accounts/accounts.ts';
import { grantsOf } from '#store/accounts/role-grants.ts';
import { secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';
import { tokenOf } from '#store/signing-in/api-tokens.ts';
import { sessionOf } from '#store/signing-in/sessions.ts';

/** What came along with a request. */
export interface Credentials {
  /** Value of the session cookie. */
  readonly session?: string | undefined;
  /** What stands after `Authorization: Bearer `. */
  readonly bearer?: string | undefined;
  /** That no other machine reaches this server; only then may names be shown, and to one account alone. */
  readonly loopback?: boolean | undefined;
}

/** Whoever asks, once it is known who that is. */
export interface KnownCaller {
  readonly accountId: string;
  readonly kind: 'person' | 'service';
  readonly name: string;
  /** Null for services. */
  readonly email: string | null;
  /** Every role they hold now. */
  readonly grants: readonly Grant[];
  readonly mode: Mode;
  /** What the history calls them, confirmed. */
  readonly spellings: readonly string[];
  readonly how: 'session' | 'token';
  /** What a token may be used for; null for a session, which may do all that its person may. */
  readonly scopes: readonly Scope[] | null;
  /** Of the session or token. */
  readonly throughId: string;
  /** When the session began (milliseconds); null for tokens. */
  readonly signedInAt: number | null;
  /** When its last use was written down (milliseconds). */
  readonly notedAt: number;
}

/** Who asks; undefined for a stranger, for whatever reason. A token goes before a cookie: it was sent on purpose. */
export async function callerOf(database: Database, credentials: Credentials, now: number): Promise<KnownCaller | undefined> {
  const { session, bearer, loopback = false } = credentials;
  const through = bearer === undefined ? await throughSession(database, session, now) : await throughToken(database, bearer, now);
  if (through === undefined) return undefined;
  const { accountId, ...rest } = through;
  const [account, grants, mode, spellings] = await Promise.all([
    accountById(database.query, accountId),
    grantsNow(database, accountId, now),
    teamMode(database, { loopback }),
    ownSpellings(database, accountId),
  ]);
  if (account?.state !== 'active') return undefined;
  return { accountId, kind: account.kind, name: account.name, email: account.email, grants, mode, spellings, ...rest };
}

type Through = Pick<KnownCaller, 'accountId' | 'how' | 'scopes' | 'throughId' | 'signedInAt' | 'notedAt'>;

const SECOND = 1000;

async function throughSession({ query }: Database, secret: string | undefined, now: number): Promise<Through | undefined> {
  const row = secret === undefined || secret === '' ? undefined : await sessionOf(query, secretDigest(secret));
  if (row === undefined || sessionEnd({ madeAt: row.made_at / SECOND, seenAt: row.seen_at / SECOND }) * SECOND <= now) return undefined;
  return {
    accountId: row.account_id,
    how: 'session',
    scopes: null,
    throughId: row.id,
    signedInAt: row.made_at,
    notedAt: row.seen_at,
  };
}

async function throughToken({ query }: Database, secret: string, now: number): Promise<Through | undefined> {
  const token = await tokenOf(query, secretDigest(secret));
  if (token === undefined || token.ended_at !== null || token.expires_at <= now) return undefined;
  return {
    accountId: token.account_id,
    how: 'token',
    scopes: token.scopes.filter((word): word is Scope => (SCOPES as readonly string[]).includes(word)),
    throughId: token.id,
    signedInAt: null,
    notedAt: token.used_at ?? 0,
  };
}

async function ownSpellings({ query }: Database, account: string): Promise<readonly string[]> {
  return (await claims(query, { account })).filter((claim) => claimState(claim) === 'confirmed').map(({ spelling }) => spelling);
}

async function grantsNow({ query }: Database, account: string, now: number): Promise<readonly Grant[]> {
  const kept = (await grantsOf(query, account)).map(({ role, team_id, area, from_at, until_at }) => ({
    role,
    team: team_id,
    area,
    from: from_at,
    until: until_at,
  }));
  return inForce(kept, now).flatMap(grantOf);
}
