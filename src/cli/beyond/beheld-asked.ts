import { connectorsGiving } from '#app/actions/connections/connectors-giving.ts';
import { toldAt } from '#app/questions/beyond/told-beyond.ts';
import { type BuiltScene, sceneOver } from '#app/worlds/scene-of.ts';
import type { Beheld } from '#core/beyond/beheld.ts';
import { teamPlaceOf } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';
import type { Gathered } from '#cli/asking/gathered.ts';

/** A scene as one run asks about it. `built` holds names. */
export interface BeheldAsked extends Beheld {
  readonly built: BuiltScene;
}

/** The scene of the repositories of a run, with what was imported and connected in the data folder or database that it names. */
export async function beheldAsked(run: Run, { world, ground, repositories }: Gathered): Promise<BeheldAsked> {
  const { door, common } = run;
  const told = await toldAt({ place: teamPlaceOf(run).database, now: door.now });
  const named = { ...ground, settings: world.settings, viewer: { mode: 'solo' as const } };
  const standing = repositories.map(({ name, history }) => ({ name, history, addresses: [] }));
  const at = common.at === undefined ? undefined : world.at;
  const built = await sceneOver({ world: named, repositories: standing, now: Math.floor(door.now() / 1000), at }, told);
  return { world, scene: built.scene, connectors: connectorsGiving(), held: new Set(), built };
}
