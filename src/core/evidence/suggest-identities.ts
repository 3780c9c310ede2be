import { identitiesMeant } from '#core/identity/merge-identities.ts';
import { type Suggestion, suggestMerges } from '#core/identity/suggest-merges.ts';
import { ACT_KINDS, type Evidence } from './evidence.ts';

/** Suggested merges among the people of some evidence (rows of `Evidence.people`); `different`: pairs already refused. */
export function suggestIdentities(evidence: Evidence, different: readonly (readonly string[])[] = []): readonly Suggestion[] {
  const humans = [...evidence.people.keys()].filter((person) => evidence.people[person]!.kind === 'human');
  const filesOf = fileIndex(evidence);
  const share = (left: number, right: number): number => {
    const [small, large] = [filesOf(humans[left]!), filesOf(humans[right]!)].toSorted((a, b) => a.size - b.size);
    let shared = 0;
    for (const file of small!) if (large!.has(file)) shared++;
    return shared;
  };
  const refused = refusedPeople(evidence, different);
  const isRefused = (left: number, right: number): boolean =>
    refused.some((sides) => sides.has(humans[left]!) && sides.has(humans[right]!));
  const suggested = suggestMerges(
    humans.map((person) => evidence.people[person]!),
    share,
    isRefused,
  );
  return suggested.map((one) => ({ ...one, left: humans[one.left]!, right: humans[one.right]! }));
}

/** Files that a person wrote in, gathered when first asked for. */
function fileIndex({ acts, people }: Evidence): (person: number) => ReadonlySet<number> {
  const authored = ACT_KINDS.indexOf('authored');
  const start = new Uint32Array(people.length + 2);
  for (let act = 0; act < acts.count; act++) if (acts.kind[act] === authored) start[acts.person[act]! + 2]!++;
  for (let person = 2; person < start.length; person++) start[person]! += start[person - 1]!;
  const files = new Uint32Array(start.at(-1)!);
  for (let act = 0; act < acts.count; act++) if (acts.kind[act] === authored) files[start[acts.person[act]! + 1]!++] = acts.file[act]!;
  const known = new Map<number, ReadonlySet<number>>();
  return (person) => {
    const set = known.get(person) ?? new Set(files.subarray(start[person]!, start[person + 1]!));
    known.set(person, set);
    return set;
  };
}

function refusedPeople({ people }: Evidence, different: readonly (readonly string[])[]): ReadonlySet<number>[] {
  const spellings = people.flatMap(({ names, emails }, person) =>
    names.flatMap((name) => emails.map((email) => ({ name, email, person }))),
  );
  return different.map((wish) => new Set(wish.flatMap((text) => identitiesMeant(spellings, text).map((row) => spellings[row]!.person))));
}
