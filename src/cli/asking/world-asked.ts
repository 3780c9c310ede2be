import { resolve } from 'node:path';
import { standAt } from '#app/actions/stand-at.ts';
import { namedConfiguration } from '#app/configuration/configuration-text.ts';
import { configurationOf } from '#app/configuration/find-configuration.ts';
import { settingsOf } from '#app/configuration/settings-of.ts';
import { dataPlace } from '#app/actions/data-place.ts';
import {
  type GroundworkPlace,
  groundworkPlace,
  keepGroundwork,
  recallGroundwork,
  type ScanIdentity,
} from '#app/actions/groundwork-kept.ts';
import { type KnownRepository, momentOf, type WorldOrder, worldOf } from '#app/worlds/world-of.ts';
import type { Groundwork } from '#core/world/world.ts';
import type { Moment } from '#core/terms/moment.ts';
import { buildMark } from '#cli/build-mark.ts';
import type { AtOption } from '#cli/options/read-at-option.ts';
import { whoAmI } from '#cli/options/who-am-i.ts';
import type { Run } from '#cli/verb.ts';
import type { Gathered, Wishes } from './gathered.ts';

export interface WorldWanted {
  readonly run: Run;
  readonly newest: readonly (KnownRepository & ScanIdentity)[];
  readonly asked: AtOption;
  readonly wishes: Wishes;
  /** Seconds since epoch. */
  readonly now: Moment;
}

/** The world of what was scanned, as it stood when the run asks, under the configuration that holds. */
export async function worldAsked({ run, newest, asked, wishes, now }: WorldWanted): Promise<Gathered> {
  const { repositories, at } = await asItStood(newest, asked, run);
  const named = run.common.config === undefined ? undefined : namedConfiguration(resolve(run.door.cwd, run.common.config));
  const configuration = await configurationOf(
    repositories.map(({ name, facts }) => ({ name, workTree: facts.workTree, texts: facts.texts })),
    named,
  );
  const said = settingsOf(configuration);
  const settings = wishes.absenceDays === undefined ? said : { ...said, absenceDays: wishes.absenceDays };
  const mode = configuration.privacy?.mode ?? 'solo';
  const self = mode === 'solo' ? undefined : await whoAmI(run).catch(() => undefined);
  const order = { repositories, configuration, settings, at, mode, self, now, published: wishes.published === true };
  const place = repositories === newest && !order.published ? placeFor({ run, newest, configuration }) : undefined;
  const ground = await groundworkFor(order, place, run);
  const world = worldOf(order, ground);
  return {
    world,
    ground,
    configuration,
    repositories,
    scannedHeads: newest.map((one) => one.head),
    ownWords: self === undefined ? [] : [self],
  };
}

/** Kept for the newest scan only: an earlier state is asked about seldom. */
function placeFor({
  run,
  newest,
  configuration,
}: Pick<WorldWanted, 'run' | 'newest'> & Pick<WorldOrder, 'configuration'>): GroundworkPlace | undefined {
  return groundworkPlace({ dataFolder: dataPlace(run.door.env), repositories: newest, configuration, mark: buildMark() });
}

/** As it was kept; else made anew, and kept once the answer is out. */
async function groundworkFor(order: WorldOrder, place: GroundworkPlace | undefined, { later, door }: Run): Promise<Groundwork> {
  const kept = place === undefined ? undefined : recallGroundwork(place);
  if (kept !== undefined && kept.at === momentOf(order, kept.evidence)) return kept;
  const { groundworkOf, redrawn } = await import('#app/worlds/groundwork-of.ts');
  if (kept !== undefined) return redrawn(order, kept);
  const made = groundworkOf(order);
  if (place !== undefined) later.add(() => keepGroundwork(place, made, door.now()));
  return made;
}

interface AsItStood {
  readonly repositories: readonly KnownRepository[];
  /** The moment judged; absent = as of the newest commit. */
  readonly at?: Moment;
}

/** The newest scan, or only what stood at an earlier date or commit. */
async function asItStood(repositories: readonly KnownRepository[], asked: AtOption, { door }: Run): Promise<AsItStood> {
  if (asked === 'newest') return { repositories };
  if (asked === 'now') return { repositories, at: Math.floor(door.now() / 1000) };
  const standing: (KnownRepository & { readonly at: Moment })[] = [];
  for (const repository of repositories) standing.push({ name: repository.name, ...(await standAt(repository, asked.point, door.signal)) });
  return { repositories: standing, at: Math.max(...standing.map((one) => one.at)) };
}
