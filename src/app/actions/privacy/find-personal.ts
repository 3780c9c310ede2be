import { peopleWishes, stampWithPeople } from '#app/people/people-wishes.ts';
import { worldOfScans } from '#app/worlds/world-of-scans.ts';
import { FIRST_LOOK } from '#core/disclosure/first-look.ts';
import { withIdentities } from '#core/evidence/with-identities.ts';
import { personalAreas } from '#core/findings/personal-areas.ts';
import { Refusal } from '#core/terms/refusal.ts';
import type { World } from '#core/world/world.ts';
import type { Database } from '#store/database/database.ts';
import type { ScanToKeep } from '#store/kept-scan.ts';
import type { FoundNow } from '#store/privacy/findings.ts';
import { marksOf } from '#store/privacy/marks.ts';

/** When others see what is found now; milliseconds since epoch. */
export function othersFrom(now: number): number {
  return now + FIRST_LOOK * SECOND;
}

const SECOND = 1000;

/** A scan, judged by what people have said of themselves so far. */
export interface JudgedScan {
  /** Who was taken for one person: another text where that has changed since. */
  readonly people: string;
  readonly world: World;
}

/** What of a scan concerns one person, with marks in the place of words; nothing where the repository's own configuration stands in the way of any answer. */
export async function findPersonal(
  database: Database,
  { facts, spelled, mapped }: Pick<ScanToKeep, 'facts' | 'spelled' | 'mapped'>,
  now: number,
): Promise<{ readonly found: readonly FoundNow[]; readonly judged: JudgedScan } | undefined> {
  const mark = await marksOf(database);
  const scan = { facts, history: withIdentities(spelled, mapped) };
  const people = await peopleWishes(database);
  const order = { mode: 'council', now: Math.floor(now / SECOND), people } as const;
  const known = await worldOfScans([{ name: spelled.repository, scan }], order).catch(unlessRefused);
  if (known === undefined) return undefined;
  const found = personalAreas(known.world).map(({ area, name, person }) => ({ area, name, marks: known.marksOf(person, mark) }));
  return { found, judged: { people: stampWithPeople('', people), world: known.world } };
}

function unlessRefused(problem: unknown): undefined {
  if (!(problem instanceof Refusal)) throw problem;
}
