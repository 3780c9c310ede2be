/**
 * A quick look back: on past days, how often did what the engine says come true?
 *
 *   node --conditions=understudy-source scripts/backtest.ts REPOSITORY ...
 *
 * Five questions, each asked only with what was known on the day, of the fortnight (presence: the half year) after it: did who was said
 * to be present act again; did the number of changes of an area, and of a person, lie inside its interval (and how often did a person's pass
 * their busy fortnight); and was somebody involved in a change, as author or reviewer, who knew the file, where cover was high. The last is
 * a lower bound for cover: who could have helped need not have been asked. And in natural absences: who then changed the files that the absent
 * person knew, and did the heirs of those files say so.
 */
import { parseArgs } from 'node:util';
import { addByLot } from '#core/absence/by-lot.ts';
import { type NaturalAbsence, naturalAbsences } from '#core/absence/natural-absences.ts';
import { choosePartition } from '#core/areas/choose-partition.ts';
import { eventQuantile, expectedEvents, moreEventsThan } from '#core/chance/event-forecast.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { repositoryCleaning } from '#core/cleaning/repository-cleaning.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { MIDDLE } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { busyOf, LEAST_FORTNIGHTS, type Paces, paces } from '#core/risk/pace.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { readRepository } from '#sources/git/read-repository.ts';

const WINDOW = 14 * DAY;
const HALF_YEAR = 180 * DAY;
const DATES = 12;
const APART = 61 * DAY;
const BINS = 5;

/** Sums per bin of what was said: count, said, happened. */
type Bins = readonly { count: number; said: number; happened: number }[];

async function main(): Promise<void> {
  for (const path of parseArgs({ allowPositionals: true }).positionals) {
    const { history, facts } = await readRepository(path);
    const evidence = cleanEvidence([history], { repositories: [repositoryCleaning(history, facts)] });
    const end = evidence.repositories[0]!.headAt;
    const partition = choosePartition({ evidence, declared: { configured: [], texts: [facts.texts] }, at: end });
    const report = { presence: emptyBins(), cover: emptyBins(), demand: emptyCount(), pace: emptyPace() };
    for (let k = 1; k <= DATES; k++) {
      const landscape = buildLandscape({ evidence, partition, at: end - k * APART, settings: DEFAULT_SETTINGS });
      if (k * APART >= HALF_YEAR) askPresence(report.presence, evidence, landscape);
      askCover(report.cover, evidence, landscape);
      askDemand(report.demand, evidence, landscape);
      askPace(report.pace, evidence, { landscape, pace: paces({ evidence, partition, at: landscape.at }) });
    }
    print(history.repository, report);
    printHeirs(askHeirs(evidence, (at) => buildLandscape({ evidence, partition, at, settings: DEFAULT_SETTINGS })));
  }
}

interface Count {
  rows: number;
  inside: number;
  expected: number;
  came: number;
}
interface PaceCount extends Count {
  saidBusy: number;
  wasBusy: number;
}

function emptyCount(): Count {
  return { rows: 0, inside: 0, expected: 0, came: 0 };
}

function emptyPace(): PaceCount {
  return { ...emptyCount(), saidBusy: 0, wasBusy: 0 };
}

function emptyBins(): Bins {
  return Array.from({ length: BINS }, () => ({ count: 0, said: 0, happened: 0 }));
}

function note(bins: Bins, said: number, happened: number): void {
  const bin = bins[Math.min(BINS - 1, Math.floor(said * BINS))]!;
  bin.count++;
  bin.said += said;
  bin.happened += happened;
}

function askPresence(bins: Bins, { acts, commits }: Evidence, { at, present }: Landscape): void {
  const acted = new Uint8Array(present.length);
  for (let i = 0; i < acts.count; i++) if (acts.at[i]! > at && acts.at[i]! <= at + HALF_YEAR) acted[acts.person[i]!] = 1;
  for (let i = 0; i < commits.count; i++) if (commits.at[i]! > at && commits.at[i]! <= at + HALF_YEAR) acted[commits.author[i]!] = 1;
  present.forEach((said, person) => {
    if (said > 0) note(bins, said, acted[person]!);
  });
}

/** Everybody who wrote or reviewed a file in one commit of the window: did any of them know it before? */
function askCover(bins: Bins, { acts, people }: Evidence, { at, knowledge, sums, weight }: Landscape): void {
  const involved = new Map<string, { readonly file: number; readonly people: Set<number> }>();
  for (let i = 0; i < acts.count; i++) {
    const file = acts.file[i]!;
    if (acts.at[i]! <= at || acts.at[i]! > at + WINDOW || weight[file] === 0 || people[acts.person[i]!]!.kind !== 'human') continue;
    const key = `${acts.commit[i]} ${file}`;
    if (!involved.has(key)) involved.set(key, { file, people: new Set() });
    involved.get(key)!.people.add(acts.person[i]!);
  }
  for (const { file, people: who } of involved.values()) {
    let miss = 1;
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++)
      if (who.has(knowledge.person[e]!)) miss *= 1 - knowledge.probability[e]!;
    note(bins, 1 - sums.miss[MIDDLE]![file]!, 1 - miss);
  }
}

/** Changes of people who are likely here and whose pace is known; a change counts once in every area it touches. */
function askPace(sum: PaceCount, { acts }: Evidence, { landscape, pace }: { readonly landscape: Landscape; readonly pace: Paces }): void {
  const { at, present, areaOfFile, areas } = landscape;
  const seen = Array.from(present, () => new Set<number>());
  for (let i = 0; i < acts.count; i++) {
    const area = areaOfFile[acts.file[i]!]!;
    if (acts.at[i]! > at && acts.at[i]! <= at + WINDOW && acts.kind[i] === 0 && area < areas.length)
      seen[acts.person[i]!]!.add(acts.commit[i]! * areas.length + area);
  }
  seen.forEach(({ size }, person) => {
    if (present[person]! < 0.5 || pace.active[person]! < LEAST_FORTNIGHTS) return;
    const forecast = { shape: pace.shape[person]!, rate: pace.rate[person]!, days: WINDOW / DAY };
    count(sum, forecast, size);
    sum.saidBusy += moreEventsThan(forecast, busyOf(pace, person, 1));
    sum.wasBusy += size > busyOf(pace, person, 1) ? 1 : 0;
  });
}

/** Absences of the last three years, at most this many of each repository, evenly spaced. */
const ABSENCES = 60;
const THREE_YEARS = 3 * 365 * DAY;
/** Chance to carry a file from which the absent person would have been missed there. */
const MISSED = 0.3;

interface HeirCount {
  absences: number;
  changes: number;
  stranger: number;
  likeliest: number;
  firstThree: number;
  lastAuthor: number;
}

function askHeirs(evidence: Evidence, landscapeAt: (at: number) => Landscape): HeirCount {
  const end = evidence.repositories[0]!.headAt;
  const gaps = naturalAbsences(evidence).filter((gap) => gap.from > end - THREE_YEARS);
  const sum = { absences: 0, changes: 0, stranger: 0, likeliest: 0, firstThree: 0, lastAuthor: 0 };
  const step = Math.max(1, Math.floor(gaps.length / ABSENCES));
  for (let k = 0; k < gaps.length; k += step) {
    sum.absences++;
    askAbsence(sum, evidence, { gap: gaps[k]!, landscape: landscapeAt(gaps[k]!.from - 1) });
  }
  return sum;
}

/** A change counts once in each area, by the first of its files that the absent person knew. */
function askAbsence(
  sum: HeirCount,
  { acts, people }: Evidence,
  { gap, landscape }: { readonly gap: NaturalAbsence; readonly landscape: Landscape },
): void {
  const lastAuthor = new Map<number, number>();
  const seen = new Set<string>();
  for (let i = 0; i < acts.count && acts.at[i]! < gap.from + WINDOW; i++) {
    const [file, person] = [acts.file[i]!, acts.person[i]!];
    if (acts.kind[i] !== 0 || people[person]!.kind !== 'human' || person === gap.person) continue;
    const key = `${acts.commit[i]} ${landscape.areaOfFile[file]}`;
    const heirs = acts.at[i]! < gap.from || seen.has(key) ? null : heirsOfFile(landscape, file, gap.person);
    if (heirs !== null) {
      seen.add(key);
      const own = heirs.get(person) ?? 0;
      const better = [...heirs.values()].filter((part) => part > own).length;
      sum.changes++;
      sum.stranger += own === 0 ? 1 : 0;
      sum.likeliest += own > 0 && better === 0 ? 1 : 0;
      sum.firstThree += own > 0 && better < 3 ? 1 : 0;
      sum.lastAuthor += lastAuthor.get(file) === person ? 1 : 0;
    }
    if (acts.at[i]! < gap.from) lastAuthor.set(file, person);
  }
}

/** Everybody's chance to be the one who carries a change of this file; null where the absent person would hardly be missed. */
function heirsOfFile({ knowledge, sums, weight }: Landscape, file: number, absent: number): ReadonlyMap<number, number> | null {
  const from = knowledge.start[file]!,
    count = weight[file] === 0 ? 0 : knowledge.start[file + 1]! - from;
  const people = Array.from({ length: count }, (_, i) => knowledge.person[from + i]!);
  const chance = Float64Array.from(people, (_, i) => sums.chance[MIDDLE]![from + i]!);
  const gone = people.indexOf(absent);
  if (gone < 0 || chance[gone]! < MISSED) return null;
  chance[gone] = 0;
  const part = new Float64Array(count);
  addByLot({ chance, count, sign: 1, into: part });
  return new Map(people.map((person, i) => [person, part[i]!]));
}

function printHeirs({ absences, changes, stranger, likeliest, firstThree, lastAuthor }: HeirCount): void {
  const percent = (n: number): string => `${((100 * n) / Math.max(1, changes)).toFixed(0)} %`;
  process.stdout.write(
    `  heirs in ${absences} absences          ${changes} changes: likeliest heir ${percent(likeliest)} (last other author ${percent(lastAuthor)}), ` +
      `first three ${percent(firstThree)}, somebody without a trace ${percent(stranger)}\n`,
  );
}

function count(sum: Count, forecast: Parameters<typeof expectedEvents>[0], came: number): void {
  const at = (p: number): number => eventQuantile([{ probability: 1, forecast }], p);
  sum.rows++;
  sum.inside += came >= at(0.05) && came <= at(0.95) ? 1 : 0;
  sum.expected += expectedEvents(forecast);
  sum.came += came;
}

function askDemand(sum: Count, { acts, people }: Evidence, landscape: Landscape): void {
  const { at, demand, support } = landscape;
  const seen = landscape.areas.map(() => new Set<number>());
  for (let i = 0; i < acts.count; i++) {
    const area = landscape.areaOfFile[acts.file[i]!]!;
    if (acts.at[i]! > at && acts.at[i]! <= at + WINDOW && acts.kind[i] === 0 && people[acts.person[i]!]!.kind !== 'bot')
      seen[area]?.add(acts.commit[i]!);
  }
  seen.forEach((commits, area) => {
    if (support[area]! < DEFAULT_SETTINGS.minimumCommits) return;
    const forecast = { shape: demand.shape[area]!, rate: demand.rate[area]!, days: WINDOW / DAY };
    count(sum, forecast, commits.size);
  });
}

function print(
  name: string,
  { presence, cover, demand, pace }: { readonly presence: Bins; readonly cover: Bins; readonly demand: Count; readonly pace: PaceCount },
): void {
  const line = (bins: Bins): string =>
    bins
      .map(({ count, said, happened }) => (count === 0 ? '–' : `${(said / count).toFixed(2)}→${(happened / count).toFixed(2)} (${count})`))
      .join('  ');
  const said = ({ rows, inside, expected, came }: Count): string =>
    `${((100 * inside) / rows).toFixed(0)} % of ${rows}; expected ${expected.toFixed(0)}, came ${came}`;
  process.stdout.write(
    `${name}\n  presence, said → acted again     ${line(presence)}\n  cover → somebody involved knew    ${line(cover)}\n` +
      `  changes per area inside 90 %      ${said(demand)}\n  changes per person inside 90 %    ${said(pace)}\n` +
      `  busier than a busy fortnight      said ${pace.saidBusy.toFixed(1)}, was ${pace.wasBusy}\n`,
  );
}

await main();
