import { connectorsGiving } from '#app/actions/connections/connectors-giving.ts';
import { type DatabaseMeant, toldAt } from '#app/questions/beyond/told-beyond.ts';
import { sceneOver } from '#app/worlds/scene-of.ts';
import type { OwnersBeheld } from '#core/beyond/owners.ts';
import { placeToRead } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';
import type { Gathered } from '#cli/asking/gathered.ts';

/** What a scene is built from, beside the clock: it can be handed to a thread. */
export interface BeheldOrder extends Pick<Gathered, 'world' | 'ground'> {
  readonly place: DatabaseMeant['place'];
  readonly repositories: readonly Pick<Gathered['repositories'][number], 'name' | 'history' | 'facts'>[];
  /** The moment asked for; absent: what was told decides. */
  readonly at: number | undefined;
}

export function beheldOrder(run: Run, { world, ground, repositories }: Gathered): BeheldOrder {
  return { place: placeToRead(run), world, ground, repositories, at: run.common.at === undefined ? undefined : world.at };
}

/** The scene of the repositories of a run, with what was imported and connected in the data folder or database that it names. */
export async function beheldAsked(run: Run, gathered: Gathered): Promise<OwnersBeheld> {
  return await beheldOf(beheldOrder(run, gathered), run.door.now);
}

export async function beheldOf({ place, world, ground, repositories, at }: BeheldOrder, now: () => number): Promise<OwnersBeheld> {
  const told = await toldAt({ place, now });
  // A world is judged once: where names may be seen, the one that was asked for is the one with names.
  const named = world.viewer.mode === 'solo' ? world : { ...ground, settings: world.settings, viewer: { mode: 'solo' as const } };
  const standing = repositories.map(({ name, history }) => ({ name, history, addresses: [] }));
  const { scene, handles } = await sceneOver({ world: named, repositories: standing, now: Math.floor(now() / 1000), at }, told);
  const texts = repositories.map(({ facts }) => facts.texts);
  return { world, scene, connectors: connectorsGiving(), held: new Set(), named: { world: named, handles, texts } };
}
