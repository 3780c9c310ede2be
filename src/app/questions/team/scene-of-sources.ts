import { peopleWishes } from '#app/people/people-wishes.ts';
import { scansAddressed } from '#app/people/scans-addressed.ts';
import { toldBeyond } from '#app/people/told-beyond.ts';
import { type BuiltScene, sceneOf } from '#app/worlds/scene-of.ts';
import type { DeclaringText } from '#core/areas/declared.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Database } from '#store/database/database.ts';

export interface SceneOfSources extends BuiltScene {
  readonly mode: Mode;
  /** In the order of the repositories of its world. */
  readonly sources: readonly { readonly id: string; readonly texts: readonly DeclaringText[] }[];
}

/** The scene of everything that a team's database holds: every source that was read, every fact, every word on joins. Long: not for an event loop. */
export async function sceneOfSources(
  database: Database,
  order: { readonly now: Moment; readonly at?: Moment | undefined },
): Promise<SceneOfSources> {
  const scans = await scansAddressed(database);
  const built = await sceneOf(scans, await toldBeyond(database), { ...order, people: await peopleWishes(database) });
  return { ...built, sources: scans.map(({ id, scan }) => ({ id, texts: scan.facts.texts })) };
}
