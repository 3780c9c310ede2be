import { worldOfScans } from '#app/worlds/world-of-scans.ts';
import { answerAreas } from '#core/answers/areas.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { extendTally } from '#core/retention/area-tally.ts';
import { cutOf } from '#core/retention/cut-of.ts';
import { RETENTION_TERMS } from '#core/retention/retention-terms.ts';
import type { World } from '#core/world/world.ts';
import { readRepository } from '#sources/git/read-repository.ts';

/**
 * What the term of acts costs an answer, of repositories with a long history: the same histories with all their acts, as the
 * command sees them, and with those of two years, as a team's server does.
 * `node --conditions=understudy-source bench/past-term.ts PATH…` prints the rows of docs/guide/privacy.md.
 */
for (const path of process.argv.slice(2)) {
  const { history, facts } = await readRepository(path);
  const worldSince = async (keptFrom: number): Promise<World> =>
    (
      await worldOfScans([{ name: history.repository, scan: { history, facts } }], {
        mode: 'council',
        now: Math.floor(Date.now() / 1000),
        people: { same: [], different: [], left: [], keptFrom },
      })
    ).world;
  const all = await worldSince(0);
  const cut = cutOf(all.at, RETENTION_TERMS.evidence.days);
  const some = await worldSince(cut);
  process.stdout.write(`| ${[path, ...actsOf(all, some, cut), ...answersOf(all, some)].join(' | ')} |\n`);
}

/** Acts past the term of all acts, and how much of those stays as counts. */
function actsOf(all: World, some: World, cut: number): readonly string[] {
  const { evidence, partition } = all;
  const past = evidence.acts.count - some.evidence.acts.count;
  const tally = extendTally(undefined, { evidence, areas: partition.areas, ofFile: partition.ofFile }, cut);
  const told = tally.areas.flatMap(({ spans }) => spans).reduce((sum, { acts }) => sum + acts, 0);
  return [`${past} of ${evidence.acts.count}`, `${Math.round((100 * told) / past)} %`];
}

/** What is still carried in the worst single absence, and how many areas are judged otherwise. */
function answersOf(all: World, some: World): readonly string[] {
  const star = (world: World): string => `${Math.round(100 * (answerOverview(world).value.northStar?.value ?? 0))} %`;
  const verdicts = new Map(answerAreas(some).rows.map(({ area, verdict }) => [area, verdict]));
  const rows = answerAreas(all).rows;
  const other = rows.filter(({ area, verdict }) => verdicts.get(area ?? '') !== verdict);
  return [star(all), star(some), `${other.length} of ${rows.length}`];
}
