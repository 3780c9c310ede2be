import type { Evidence } from '#core/evidence/evidence.ts';
import { identityKeys, nameKey } from '#core/identity/identity-keys.ts';
import type { PersonId } from '#core/terms/person.ts';
import { maySeeNames } from './name-person.ts';
import type { Viewer } from './viewer.ts';

/** From a name that stands somewhere else to the people who wrote under it: rows in, rows out, no name leaves. */
export function peopleNamed({ people }: Pick<Evidence, 'people'>): (name: string) => readonly PersonId[] {
  const rows = new Map<string, PersonId[]>();
  people.forEach(({ names }, row) => {
    for (const key of new Set(names.map(nameKey))) rows.set(key, [...(rows.get(key) ?? []), row]);
  });
  return (name) => rows.get(nameKey(name)) ?? [];
}

/** An account behind a no-reply address, `host/login`, and whose it is. */
export interface PeopleAccount {
  readonly account: string;
  readonly person: PersonId;
}

/** Addresses and accounts that stand somewhere else to the people who commit with them: rows come out, no name. */
export interface PeopleAddressed {
  readonly at: (address: string) => PersonId | undefined;
  readonly called: (login: string) => readonly PeopleAccount[];
}

export function peopleAddressed({ people }: Pick<Evidence, 'people'>): PeopleAddressed {
  const byAddress = new Map(people.flatMap(({ emails }, person) => emails.map((email) => [email.toLowerCase(), person] as const)));
  const accounts = people.flatMap(({ emails }, person) => accountsIn(emails).map((account) => ({ account, person })));
  const byLogin = Map.groupBy(accounts, ({ account }) => account.slice(account.search(/[/#]/) + 1));
  return { at: (address) => byAddress.get(address.toLowerCase()), called: (login) => byLogin.get(login) ?? [] };
}

/** How somebody can be written down: their accounts and addresses, to whoever may see names; nothing to anybody else. */
export function addressesOfPeople({ people }: Pick<Evidence, 'people'>, person: PersonId, viewer: Viewer) {
  const emails = maySeeNames(viewer) ? (people[person]?.emails ?? []) : [];
  return { accounts: accountsIn(emails), emails };
}

function accountsIn(emails: readonly string[]): readonly string[] {
  return emails.flatMap((email) => identityKeys({ name: '', email }).accounts);
}
