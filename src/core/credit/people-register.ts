import type { PersonId } from '#core/terms/person.ts';
import type { MergeRecord, PersonRecord } from '#core/evidence/evidence.ts';
import type { Actors } from './identify-actors.ts';

/** Gives people their rows in the order in which they first appear, and remembers how they call themselves. */
export interface PeopleRegister {
  /** Row of the person behind a representative identity; a new one the first time. */
  readonly personOf: (group: number) => PersonId;
  /** Notes that this spelling was used for a commit; later ones win. */
  readonly sawSpelling: (identity: number) => void;
  readonly records: () => PersonRecord[];
  readonly merges: () => MergeRecord[];
}

export function openRegister(actors: Actors): PeopleRegister {
  const row = new Int32Array(actors.identities.length).fill(-1);
  const groups: number[] = [];
  const lastSpelling = new Int32Array(actors.identities.length).fill(-1);
  const lastFullSpelling = lastSpelling.slice();
  return {
    personOf: (group) => {
      if (row[group] === -1) row[group] = groups.push(group) - 1;
      return row[group]!;
    },
    sawSpelling: (identity) => {
      const group = actors.group[identity]!;
      lastSpelling[group] = identity;
      if (actors.keys[identity]!.isFullName) lastFullSpelling[group] = identity;
    },
    records: () => {
      const members = membersOf(actors);
      return groups.map((group) => {
        const spelling = [lastFullSpelling[group]!, lastSpelling[group]!].find((row) => row >= 0);
        return recordOf(actors, { group, members: members.get(group)!, spelling });
      });
    },
    merges: () => mergesOf(actors, row),
  };
}

function membersOf({ group }: Actors): Map<number, number[]> {
  const members = new Map<number, number[]>();
  group.forEach((root, identity) => {
    const rows = members.get(root);
    if (rows === undefined) members.set(root, [identity]);
    else rows.push(identity);
  });
  return members;
}

/** One person's spellings, and the one used last. */
interface Spellings {
  readonly group: number;
  readonly members: readonly number[];
  readonly spelling: number | undefined;
}

function recordOf(actors: Actors, { group, members, spelling }: Spellings): PersonRecord {
  const names = members.map((row) => actors.identities[row]!.name).filter((name) => name !== '');
  const emails = members.map((row) => actors.identities[row]!.email).filter((email) => email !== '');
  const chosen = spelling ?? members.find((row) => actors.keys[row]!.isFullName) ?? group;
  const name = actors.identities[chosen]!.name || names[0] || emails[0] || 'unknown';
  return { name, emails: [...new Set(emails)], names: [...new Set(names)], kind: actors.nobody[group] === 1 ? 'bot' : actors.kind[group]! };
}

function mergesOf(actors: Actors, row: Int32Array): MergeRecord[] {
  const text = (identity: number): string => `${actors.identities[identity]!.name} <${actors.identities[identity]!.email}>`;
  return actors.joins
    .filter(({ kept }) => row[actors.group[kept]!]! >= 0)
    .map(({ kept, joined, rule }) => ({ person: row[actors.group[kept]!]!, kept: text(kept), joined: text(joined), rule }));
}
