import { connectorsGiving } from '#app/actions/connections/connectors-giving.ts';
import { toldAt } from '#app/questions/beyond/told-beyond.ts';
import { sceneOver } from '#app/worlds/scene-of.ts';
import type { OwnersBeheld } from '#core/beyond/owners.ts';
import { teamPlaceOf } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';
import type { Gathered } from '#cli/asking/gathered.ts';

/** The scene of the repositories of a run, with what was imported and connected in the data folder or database that it names. */
export async function beheldAsked(run: Run, { world, ground, repositories }: Gathered): Promise<OwnersBeheld> {
  const { door, common } = run;
  const told = await toldAt({ place: teamPlaceOf(run).database, now: door.now });
  // A world is judged once: where names may be seen, the one that was asked for is the one with names.
  const named = world.viewer.mode === 'solo' ? world : { ...ground, settings: world.settings, viewer: { mode: 'solo' as const } };
  const standing = repositories.map(({ name, history }) => ({ name, history, addresses: [] }));
  const at = common.at === undefined ? undefined : world.at;
  const { scene, handles } = await sceneOver({ world: named, repositories: standing, now: Math.floor(door.now() / 1000), at }, told);
  const texts = repositories.map(({ facts }) => facts.texts);
  return { world, scene, connectors: connectorsGiving(), held: new Set(), named: { world: named, handles, texts } };
}
