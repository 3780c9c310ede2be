import type { Evidence } from '#core/evidence/evidence.ts';
import { nameKey } from '#core/identity/identity-keys.ts';
import type { PersonId } from '#core/terms/person.ts';

/** From a name that stands somewhere else to the people who wrote under it: rows in, rows out, no name leaves. */
export function peopleNamed({ people }: Pick<Evidence, 'people'>): (name: string) => readonly PersonId[] {
  const rows = new Map<string, PersonId[]>();
  people.forEach(({ names }, row) => {
    for (const key of new Set(names.map(nameKey))) rows.set(key, [...(rows.get(key) ?? []), row]);
  });
  return (name) => rows.get(nameKey(name)) ?? [];
}
