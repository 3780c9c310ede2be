import { percentWithBand } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import { worstFirst } from './area-rows.ts';
import { factorOf } from './factor-of.ts';
import { judge } from './judge.ts';
import type { World } from './world.ts';

/** What holds now, in the form in which a configuration is written from it. */
export function measure(world: World) {
  const { rows, worst } = judge(world);
  const { evidence, partition, settings, at } = world;
  const areaOf = new Map(partition.areas.map((area) => [area.id, area]));
  return {
    title: evidence.repositories.map((repository) => repository.name).join(' + '),
    head: evidence.repositories[0]?.head ?? '',
    at: dateOf(at),
    boundaries: partition.reading,
    areas: [...rows]
      .sort(worstFirst)
      .map((row) => ({ name: row.area, paths: areaOf.get(row.id)!.paths, tier: row.tier, verdict: row.verdict })),
    settings,
    northStar:
      worst.northStar === null
        ? null
        : { threshold: Math.floor(worst.northStar.value * 100) / 100, today: percentWithBand(worst.northStar) },
    areasThatStop: rows.filter((row) => row.verdict === 'stops').length,
    absenceFactor: factorOf(world),
  };
}
