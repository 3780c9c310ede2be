import { comeByLink } from '#app/actions/accounts/come-by-link.ts';
import { becomeFirstAdministrator, makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import { invite } from '#app/actions/accounts/invite.ts';
import type { Database } from '#store/database/database.ts';
import { NOW } from './on-both-engines.ts';

export const PASSWORD = 'correct horse battery';
export const OTHER = 'purple elephants whistle';
export const knock = (now = NOW) => ({ browser: 'a browser', now });
export const door = (now = NOW) => ({ ...knock(now), address: '192.0.2.1' });

/** The first account of a database. */
export async function firstAdministrator(database: Database) {
  const made = await makeFirstLink(database, { now: NOW, anew: false });
  if (typeof made === 'string') throw new Error(made);
  const whose = { email: 'ana@shop.example', name: 'Ana', password: PASSWORD };
  return await becomeFirstAdministrator(database, { link: made.secret, ...whose, ...knock() });
}

/** Somebody who was invited and came. */
export async function member(database: Database, email: string, now = NOW) {
  const { secret, accountId } = await invite(database, { email, name: email, by: null, now });
  return { ...(await comeByLink(database, { link: secret, password: PASSWORD, ...knock(now) })), accountId };
}
