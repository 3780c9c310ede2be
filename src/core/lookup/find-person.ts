import type { Evidence } from '#core/evidence/evidence.ts';
import { maySeeNames } from '#core/policy/name-person.ts';
import { fold, nearest } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { World } from '#core/world/world.ts';

/** The person or AI agent whom a name or an address means; an automation is neither. */
export function findActor(world: World, asked: string): PersonId {
  const actor = findAnybody(world, asked);
  if (world.evidence.people[actor]!.kind === 'bot') throw refusal('not-a-person', { name: asked, kind: 'a bot' });
  return actor;
}

/** The person whom a name or an e-mail address means: exact address, then exact name, then the only one who contains it. */
export function findPerson(world: World, asked: string): PersonId {
  const person = findAnybody(world, asked);
  const { kind } = world.evidence.people[person]!;
  if (kind !== 'human') throw refusal('not-a-person', { name: asked, kind: kind === 'bot' ? 'a bot' : 'an AI agent' });
  return person;
}

/** Rows of those who wrote something, by address, else by name; somebody whom the evidence has never seen gets a row beyond its last. */
export function findAuthors(
  { people }: Evidence,
  authors: readonly { readonly name: string; readonly email: string }[],
): readonly PersonId[] {
  const found = authors.map(({ name, email }, i) => {
    const address = email.toLowerCase();
    const byAddress = people.findIndex(({ emails }) => address !== '' && emails.some((one) => one.toLowerCase() === address));
    const row = byAddress >= 0 ? byAddress : people.findIndex(({ names }) => name !== '' && names.includes(name));
    return row >= 0 ? row : people.length + i;
  });
  return [...new Set(found)];
}

function findAnybody(world: World, asked: string): PersonId {
  const found = firstMatch(world.evidence, fold(asked));
  if (found.length > 1) throw refusal('ambiguous-person', { count: String(found.length), name: asked });
  const person = found[0];
  if (person === undefined) throw stranger(world, asked);
  return person;
}

function firstMatch({ people }: Evidence, wanted: string): readonly PersonId[] {
  if (wanted === '') return [];
  for (const test of TESTS) {
    const found = people.flatMap((person, id) =>
      test([person.name, ...person.names].map(fold), person.emails.map(fold), wanted) ? [id] : [],
    );
    if (found.length > 0) return found;
  }
  return [];
}

type Test = (names: readonly string[], emails: readonly string[], wanted: string) => boolean;

const TESTS: readonly Test[] = [
  (_names, emails, wanted) => emails.includes(wanted.replace(/^.*<(.+)>$/, '$1')),
  (names, _emails, wanted) => names.includes(wanted),
  (names, emails, wanted) => wanted.length > 2 && (names.some((n) => n.includes(wanted)) || emails.some((e) => e.startsWith(wanted))),
];

/** Suggests a name only to somebody who may see names. */
function stranger({ evidence, viewer }: World, asked: string): Refusal {
  const humans = maySeeNames(viewer) ? evidence.people.filter((p) => p.kind === 'human') : [];
  const meant = asked.includes('@')
    ? nearest(
        asked,
        humans.flatMap((p) => p.emails),
        1,
      )[0]
    : nearestName(
        asked,
        humans.map((p) => p.name),
      );
  return refusal('unknown-person', { name: asked, hint: meant ? ` Did you mean "${meant}"?` : '' });
}

/** A whole name, or else the name of which one word is near: `Alam` means Alan Reed too. */
function nearestName(asked: string, names: readonly string[]): string | undefined {
  const whole = nearest(asked, names, 1)[0];
  if (whole !== undefined) return whole;
  const byWord = new Map(names.flatMap((name) => name.split(/\s+/).map((word) => [fold(word), name] as const)).toReversed());
  const word = nearest(asked, [...byWord.keys()].toReversed(), 1)[0];
  return word === undefined ? undefined : byWord.get(word);
}
