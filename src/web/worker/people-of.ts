import type { World } from '#core/world/world.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import { fold } from '#core/terms/nearest.ts';
import type { PersonChoice } from '#web/data/calls.ts';

/** Everybody who can be away, AI agents too, in alphabetical order (never by amount), those not seen for a year after the others. */
export function peopleOf(world: World): readonly PersonChoice[] {
  const { evidence, viewer, at } = world;
  const seen = new Float64Array(evidence.people.length);
  for (let act = 0; act < evidence.acts.count && evidence.acts.at[act]! <= at; act++)
    seen[evidence.acts.person[act]!] = evidence.acts.at[act]!;
  const named = maySeeNames(viewer);
  const people = evidence.people.flatMap(({ kind }, id) =>
    (kind === 'human' || kind === 'agent') && seen[id]! > 0
      ? [
          {
            id,
            label: named ? namePerson(evidence, id, viewer) : `${kind === 'agent' ? 'Agent' : 'Person'} ${id + 1}`,
            lastSeen: seen[id]!,
            isAgent: kind === 'agent',
          },
        ]
      : [],
  );
  return people
    .map((person) => ({ ...person, key: named ? keyOf(person.label) : `p${person.id + 1}` }))
    .sort((a, b) => compare(fold(a.label), fold(b.label)));
}

/** FNV-1a, 32 bit: an address holds no name, and the same name gives the same key after a rescan. */
function keyOf(label: string): string {
  let hash = 0x811c9dc5;
  for (const character of label) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
