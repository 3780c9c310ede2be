import { resolve } from 'node:path';
import { standAt } from '#app/actions/stand-at.ts';
import { namedConfiguration } from '#app/configuration/configuration-text.ts';
import { configurationOf } from '#app/configuration/find-configuration.ts';
import { settingsOf } from '#app/configuration/settings-of.ts';
import { type KnownRepository, worldOf } from '#app/questions/world-of.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { AtOption } from '#cli/options/read-at-option.ts';
import { whoAmI } from '#cli/options/who-am-i.ts';
import type { Run } from '#cli/verb.ts';
import type { Gathered, Wishes } from './gathered.ts';

export interface WorldWanted {
  readonly run: Run;
  readonly newest: readonly (KnownRepository & { readonly head: string })[];
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
    repositories.map(({ history, facts }) => ({ name: history.repository, workTree: facts.workTree, texts: facts.texts })),
    named,
  );
  const said = settingsOf(configuration);
  const settings = wishes.absenceDays === undefined ? said : { ...said, absenceDays: wishes.absenceDays };
  const mode = configuration.privacy?.mode ?? 'solo';
  const self = mode === 'solo' ? undefined : await whoAmI(run).catch(() => undefined);
  const world = worldOf({ repositories, configuration, settings, at, mode, self, now, published: wishes.published === true });
  return { world, configuration, repositories, scannedHeads: newest.map((one) => one.head), ownWords: self === undefined ? [] : [self] };
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
  for (const repository of repositories) standing.push(await standAt(repository, asked.point, door.signal));
  return { repositories: standing, at: Math.max(...standing.map((one) => one.at)) };
}
