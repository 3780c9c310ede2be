import { addAccount } from '#store/accounts/accounts.ts';
import { deactivate } from '#store/accounts/deactivations.ts';
import { keepFirstLink, keepLink } from '#store/accounts/one-time-links.ts';
import { giveRole } from '#store/accounts/role-grants.ts';
import type { Database } from '#store/database/database.ts';
import { holdAttempts } from '#store/signing-in/attempts.ts';
import { setPassword } from '#store/signing-in/local-passwords.ts';
import { addSession } from '#store/signing-in/sessions.ts';
import { NOW } from './on-both-engines.ts';

/** Rows in every table of accounts: two people, one of whom has left. */
export async function fillAccounts(database: Database): Promise<void> {
  await database.write(async (query) => {
    const ana = (await addAccount(query, { kind: 'person', email: 'ana@shop.example', name: 'Ana', by: null, now: NOW }))!;
    const bo = (await addAccount(query, { kind: 'person', email: 'bo@shop.example', name: 'Bo', by: ana, now: NOW }))!;
    await giveRole(query, { account: ana, role: 'administrator', by: null, now: NOW });
    await giveRole(query, { account: bo, role: 'steward', area: 'billing', by: ana, now: NOW });
    await keepFirstLink(query, { hash: 'first', now: NOW, expiresAt: NOW + 1, onlyIfOver: true });
    await keepLink(query, { kind: 'reset', hash: 'second', account: ana, by: null, now: NOW, expiresAt: NOW + 1 });
    await setPassword(query, { account: ana, hash: 'invented', now: NOW });
    await addSession(query, { hash: 'third', account: ana, how: 'link', browser: 'a browser \u{1F600}', now: NOW });
    await holdAttempts(query, 'mark');
    await deactivate(query, { account: bo, how: 'administrator', by: ana, now: NOW });
  });
}
