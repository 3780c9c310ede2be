import type { Codeowners, CodeownersDialect } from '#core/areas/codeowners.ts';
import { isAccountOf } from '#core/joins/people/handle-keys.ts';
import { teamsCalled } from '#core/joins/teams/teams-called.ts';
import { addressesOfPeople, peopleAddressed } from '#core/policy/people-named.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';

/** What a name in a file is looked up in. It holds names: nothing of it leaves but through policy. */
export interface NamesKnown {
  readonly evidence: Evidence;
  /** Accounts of sources and whose they are. */
  readonly handles: ReadonlyMap<string, PersonId>;
}

/** Whom a name of a CODEOWNERS file means: somebody's address or account, or those who are in a team now; null: nothing here knows it. */
export function whomNamesMean(
  { evidence, handles }: NamesKnown,
  scene: Pick<Scene, 'teams' | 'at'>,
  { dialect }: Pick<Codeowners, 'dialect'>,
): (named: string) => readonly PersonId[] | null {
  const { at: addressed, called } = peopleAddressed(evidence);
  const { inFile } = teamsCalled(scene.teams);
  return (named) => {
    const word = named.toLowerCase();
    if (!word.startsWith('@')) return lone(addressed(word) ?? handles.get(`mail:${word}`));
    const own = word.slice(1);
    if (own.includes('/')) return peopleIn(scene, inFile(own));
    const account = handles.get(`${dialect}:${own}`);
    if (account !== undefined) return [account];
    const rows = called(own).flatMap((one) => (isAccountOf(one.account, dialect, own) ? [one.person] : []));
    return rows.length > 0 ? [...new Set(rows)] : peopleIn(scene, inFile(own));
  };
}

function lone(row: PersonId | undefined): readonly PersonId[] | null {
  return row === undefined ? null : [row];
}

/** Who is in a team now. */
function peopleIn({ teams, at }: Pick<Scene, 'teams' | 'at'>, row: number | undefined): readonly PersonId[] | null {
  const team = row === undefined ? undefined : teams[row];
  if (team === undefined) return null;
  return [...new Set(team.members.flatMap(({ person, from, to }) => (from <= at && at < to ? [person] : [])))];
}

/** How a file would write somebody: their account at its host, else an address that is theirs; undefined: nothing here knows one, or it may not be seen. */
export function howFilesName(
  { evidence, handles }: NamesKnown,
  dialect: CodeownersDialect,
  viewer: Viewer,
): (person: PersonId) => string | undefined {
  const known = [...handles].filter(([handle]) => handle.startsWith(`${dialect}:`));
  const logins = new Map(known.map(([handle, person]) => [person, `@${handle.slice(dialect.length + 1)}`]));
  return (person) => {
    const { accounts, emails } = addressesOfPeople(evidence, person, viewer);
    const own = accounts.map((account) => ({ account, login: account.slice(account.search(/[/#]/) + 1) }));
    const account = own.find((one) => isAccountOf(one.account, dialect, one.login));
    return logins.get(person) ?? (account === undefined ? emails[0] : `@${account.login}`);
  };
}
