import { peopleWishes } from '#app/people/people-wishes.ts';
import { scansAddressed } from '#app/people/scans-addressed.ts';
import { toldBeyond } from '#app/people/told-beyond.ts';
import { type BuiltScene, sceneOf } from '#app/worlds/scene-of.ts';
import type { DeclaringText } from '#core/areas/declared.ts';
import type { JoinWord } from '#core/joins/join-words.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Database } from '#store/database/database.ts';

export interface SceneOfSources extends BuiltScene {
  readonly mode: Mode;
  /** In the order of the repositories of its world. */
  readonly sources: readonly { readonly id: string; readonly texts: readonly DeclaringText[] }[];
}

interface SceneOrder {
  readonly now: Moment;
  readonly at?: Moment | undefined;
  /** Words on joins that are not kept: what would come of them. */
  readonly saying?: readonly JoinWord[];
}

/** The scene of everything that a team's database holds: every source that was read, every fact, every word on joins. Long: not for an event loop. */
export async function sceneOfSources(database: Database, { saying = [], ...order }: SceneOrder): Promise<SceneOfSources> {
  const scans = await scansAddressed(database);
  const told = await toldBeyond(database);
  const words = [...told.words, ...saying];
  const built = await sceneOf(scans, { ...told, words }, { ...order, people: await peopleWishes(database) });
  return { ...built, sources: scans.map(({ id, scan }) => ({ id, texts: scan.facts.texts })) };
}
