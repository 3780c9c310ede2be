import { checkedEmail, checkedName } from '#core/accounts/checked-words.ts';
import { refusal } from '#core/terms/refusals.ts';
import { accountOfEmail, addAccount, changeAccount, holdAccount } from '#store/accounts/accounts.ts';
import { giveRole } from '#store/accounts/role-grants.ts';
import type { Database } from '#store/database/database.ts';
import { deactivateIn, reactivateIn } from '#app/actions/accounts/change-roles.ts';

/** What a directory says of somebody. */
export interface DirectoryPerson {
  readonly email: string;
  readonly name: string;
  readonly externalId?: string | undefined;
  readonly active: boolean;
}

interface Saying {
  /** The service whose token is used. */
  readonly by: string;
  readonly now: number;
}

const LONGEST_EXTERNAL = 200;

/** Brings somebody: a member, who comes in through the provider or by a link. */
export async function bringPerson(database: Database, person: DirectoryPerson & Saying): Promise<string> {
  const { by, now, externalId } = person;
  const [email, name] = [checkedEmail(person.email), checkedName(person.name)];
  return await database.write(async (query) => {
    const made = await addAccount(query, {
      kind: 'person',
      email,
      emailFrom: 'directory',
      name,
      externalId: externalId?.slice(0, LONGEST_EXTERNAL),
      by,
      now,
    });
    if (made === undefined) throw refusal('account-known', { email });
    await giveRole(query, { account: made, role: 'member', by, now });
    if (!person.active) await deactivateIn(query, { account: made, how: 'directory', by, now });
    return made;
  });
}

/** Follows what the directory says now; what it does not say stays as it is. */
export async function followPerson(database: Database, id: string, { by, now, ...said }: Partial<DirectoryPerson> & Saying): Promise<void> {
  const change = {
    ...(said.email === undefined ? {} : { email: checkedEmail(said.email), email_from: 'directory' as const }),
    ...(said.name === undefined ? {} : { name: checkedName(said.name) }),
    ...(said.externalId === undefined ? {} : { external_id: said.externalId.slice(0, LONGEST_EXTERNAL) }),
  };
  await database.write(async (query) => {
    // Whoever might be the last administrator is held first, as everywhere: two orders of holding could wait for each other.
    if (said.active === false) await deactivateIn(query, { account: id, how: 'directory', by, now });
    if ((await holdAccount(query, id))?.kind !== 'person') throw refusal('account-unknown', { account: id });
    const other = change.email === undefined ? undefined : await accountOfEmail(query, change.email);
    if (other !== undefined && other.id !== id) throw refusal('account-known', { email: other.email! });
    await changeAccount(query, id, change);
    if (said.active === true) await reactivateIn(query, { account: id, by, now });
  });
}
