import { addAccount } from '#store/accounts/accounts.ts';
import { deactivate } from '#store/accounts/deactivations.ts';
import { keepFirstLink, keepLink } from '#store/accounts/one-time-links.ts';
import { giveRole } from '#store/accounts/role-grants.ts';
import type { Database } from '#store/database/database.ts';
import { addClaim, sayOfClaim } from '#store/people/claims.ts';
import { addMerge, sayOfMerge } from '#store/people/merges.ts';
import { addTeam, join } from '#store/people/teams.ts';
import { holdAttempts } from '#store/signing-in/attempts.ts';
import { addToken } from '#store/signing-in/api-tokens.ts';
import { beginCeremony } from '#store/signing-in/ceremonies.ts';
import { setPassword } from '#store/signing-in/local-passwords.ts';
import { addPasskey } from '#store/signing-in/passkeys.ts';
import { linkLogin } from '#store/signing-in/provider-logins.ts';
import { addSession } from '#store/signing-in/sessions.ts';
import { NOW } from './on-both-engines.ts';

/** Rows in every table of accounts: two people, one of whom has left. */
export async function fillAccounts(database: Database): Promise<void> {
  await database.write(async (query) => {
    const ana = (await addAccount(query, {
      kind: 'person',
      emailFrom: 'administrator',
      email: 'ana@shop.example',
      name: 'Ana',
      by: null,
      now: NOW,
    }))!;
    const bo = (await addAccount(query, {
      kind: 'person',
      emailFrom: 'administrator',
      email: 'bo@shop.example',
      name: 'Bo',
      by: ana,
      now: NOW,
    }))!;
    await giveRole(query, { account: ana, role: 'administrator', by: null, now: NOW });
    await giveRole(query, { account: bo, role: 'steward', area: 'billing', by: ana, now: NOW });
    await keepFirstLink(query, { hash: 'first', now: NOW, expiresAt: NOW + 1, onlyIfOver: true });
    await keepLink(query, { kind: 'reset', hash: 'second', account: ana, by: null, now: NOW, expiresAt: NOW + 1 });
    await setPassword(query, { account: ana, hash: 'invented', now: NOW });
    await addSession(query, { hash: 'third', account: ana, how: 'link', browser: 'a browser \u{1F600}', now: NOW });
    await holdAttempts(query, 'mark');
    const team = (await addTeam(query, { name: 'Billing \u{1F600}', by: ana, now: NOW }))!;
    await join(query, { team, account: bo, by: ana, now: NOW });
    const claim = await addClaim(query, { account_id: ana, spelling: 'Ana <ana@shop.example>', email: 'ana@shop.example', made_at: NOW });
    await sayOfClaim(query, { claim_id: claim, by_account: bo, says: 'confirm', ground: 'member', said_at: NOW });
    const merge = await addMerge(query, { kind: 'same', spellings: ['a@b.example', 'c@d.example'], made_by: ana, made_at: NOW });
    await sayOfMerge(query, { merge_id: merge, by_account: bo, says: 'confirm', said_at: NOW });
    const token = { account_id: ana, made_by: ana, name: 'a token', shown: 'ust_', scopes: ['read'], made_at: NOW, expires_at: NOW };
    await addToken(query, { ...token, hash: 'fourth' });
    const key = { id: 'a key', account_id: ana, name: 'a key', public_key: Uint8Array.of(0, 255), counter: 0, transports: '[]' };
    await addPasskey(query, { ...key, made_at: NOW, used_at: null });
    await linkLogin(query, { issuer: 'https://login.example', subject: '1', account_id: ana, made_at: NOW });
    const half = { kind: 'passkey' as const, account_id: null, content: '{}', expires_at: NOW + 1 };
    await beginCeremony(query, { ...half, hash: 'fifth', now: NOW });
    await deactivate(query, { account: bo, how: 'administrator', by: ana, now: NOW });
  });
}
