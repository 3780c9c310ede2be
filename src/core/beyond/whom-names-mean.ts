import type { Codeowners, CodeownersDialect } from '#core/areas/codeowners.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { identityKeys } from '#core/identity/identity-keys.ts';
import { isAccountOf } from '#core/joins/people/handle-keys.ts';
import { lastPart } from '#core/joins/places/names-of-things.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';

/** What a name in a file is looked up in. It holds names: nothing of it leaves but through policy. */
export interface NamesKnown {
  readonly people: Evidence['people'];
  /** Accounts of sources and whose they are. */
  readonly handles: ReadonlyMap<string, PersonId>;
  readonly teams: Scene['teams'];
  readonly at: number;
}

/** Whom a name of a CODEOWNERS file means: somebody's address or account, or those who are in a team now; null: nothing here knows it. */
export function whomNamesMean(known: NamesKnown, { dialect }: Pick<Codeowners, 'dialect'>): (named: string) => readonly PersonId[] | null {
  const byAddress = new Map(known.people.flatMap(({ emails }, row) => emails.map((email) => [email.toLowerCase(), row] as const)));
  const accounts = known.people.flatMap(({ emails }, row) =>
    emails.flatMap((email) => identityKeys({ name: '', email }).accounts.map((account) => ({ account, row }))),
  );
  const byLogin = Map.groupBy(accounts, ({ account }) => account.slice(account.search(/[/#]/) + 1));
  return (named) => {
    const word = named.toLowerCase();
    if (!word.startsWith('@')) return lone(byAddress.get(word) ?? known.handles.get(`mail:${word}`));
    const own = word.slice(1);
    if (own.includes('/')) return teamCalled(known, own);
    const account = known.handles.get(`${dialect}:${own}`);
    if (account !== undefined) return [account];
    const rows = (byLogin.get(own) ?? []).filter((one) => isAccountOf(one.account, dialect, own)).map(({ row }) => row);
    return rows.length > 0 ? [...new Set(rows)] : teamCalled(known, own);
  };
}

function lone(row: PersonId | undefined): readonly PersonId[] | null {
  return row === undefined ? null : [row];
}

/** By its whole name, else the only one that is called so. */
function teamCalled({ teams, at }: NamesKnown, name: string): readonly PersonId[] | null {
  const called = teams.filter(({ id }) => lastPart(id).toLowerCase() === lastPart(name));
  const team = teams.find(({ id }) => id.toLowerCase().endsWith(`/${name}`)) ?? (called.length === 1 ? called[0] : undefined);
  if (team === undefined) return null;
  return [...new Set(team.members.flatMap(({ person, from, to }) => (from <= at && at < to ? [person] : [])))];
}

/** How a file would write somebody: their account at its host, else an address that is theirs; undefined: nothing here knows one. */
export function howFilesName({ people, handles }: NamesKnown, dialect: CodeownersDialect): (person: PersonId) => string | undefined {
  const logins = new Map(
    [...handles].flatMap(([handle, person]) =>
      handle.startsWith(`${dialect}:`) ? [[person, `@${handle.slice(dialect.length + 1)}`]] : [],
    ),
  );
  return (person) => {
    const emails = people[person]?.emails ?? [];
    const account = emails
      .flatMap((email) => identityKeys({ name: '', email }).accounts)
      .find((one) => isAccountOf(one, dialect, one.slice(one.search(/[/#]/) + 1)));
    return logins.get(person) ?? (account === undefined ? emails[0] : `@${account.slice(account.search(/[/#]/) + 1)}`);
  };
}
