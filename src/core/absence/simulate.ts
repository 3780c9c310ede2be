import { drawFrom } from '#core/chance/draw.ts';
import { fewerAtRate } from '#core/chance/event-forecast.ts';
import type { Draw } from '#core/chance/draw.ts';
import { areaWeights, expectedItems } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { NO_SLOT } from '#core/risk/cover-sums.ts';
import type { Loss } from '#core/risk/remove-people.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { daysOf } from '#core/terms/moment.ts';
import type { Settings } from '#core/terms/settings.ts';
import { heirsOf, inheritedItems } from './heirs.ts';
import { lossOf, verdictOf } from './judge-absence.ts';
import type { AbsenceOutcome, AreaOutcome } from './outcome.ts';
import { bestPlaced, plannedOnly } from './handover.ts';
import { HANDOVER, stretchesOf } from './scenario.ts';
import { calibrateSlowdown, enoughChanges, LEAST_EXPECTED, recentLeft, type Slowdown } from './slowdown.ts';
import type { Scenario, Stretch } from './scenario.ts';

/**
 * # Simulated absence
 * What it says: the two-week question, answered by playing the window many times instead of by formula.
 * Formula: in each seeded draw the calibration is shifted by `N(0,1)·spread` for everybody, each person is still here or gone by their
 *   presence, each area's rate is drawn from its Gamma, items arrive as a Poisson process over the window and land on files by weight; an item
 *   is carried when at least one person who is there that day (a swamped one on one day in four) happens to know the file. What only a planned
 *   absentee would have carried goes to the best-placed other person with the chance of a hand-over.
 * Reading: the same figures as judge-absence.ts, within Monte Carlo error (about 1/√draws): a check of its approximations.
 * Source: Understudy; discrete-event simulation (A. Law, Simulation Modeling and Analysis, 5th ed. 2015).
 * Weakness: slower by a factor of a hundred; few draws mean wide error.
 */
export function simulateAbsence(landscape: Landscape, scenario: Scenario, settings: Settings): AbsenceOutcome {
  const play = setStage(landscape, scenario);
  const draw = drawFrom(scenario.seed);
  const tallies = landscape.areas.map(() => emptyTally());
  const weights = areaWeights(landscape, settings.minimumCommits);
  const whole = emptyTally();
  for (let d = 0; d < settings.draws; d++) {
    const world = drawWorld(landscape, draw);
    let before = 0,
      served = 0;
    landscape.areas.forEach((_, area) => {
      const shares = sharesOf(play, world, area);
      const items = playItems(play, { world, area, draw });
      tallies[area]!.before.push(shares.before);
      tallies[area]!.served.push(shares.served);
      tallies[area]!.items.push(items.all);
      tallies[area]!.stalled.push(items.stalled);
      addSlow(play, tallies[area]!, { area, shares, rate: items.rate });
      before += weights[area]! * shares.before;
      served += weights[area]! * shares.served;
    });
    whole.before.push(before);
    whole.served.push(served);
  }
  const inherited = inheritedItems(landscape, scenario, lossOf(landscape, scenario));
  return {
    scenario,
    areas: tallies.map((tally, area) => outcomeOf(play, { area, tally }, settings)),
    served: estimate(whole.served),
    servedBefore: estimate(whole.before),
    inherited,
    heirs: heirsOf(landscape, inherited),
  };
}

/** Everything that is the same in all draws. */
interface Stage {
  readonly landscape: Landscape;
  readonly loss: Loss;
  readonly days: number;
  readonly stretches: readonly (Stretch & { readonly left: Float32Array; readonly anyPlanned: boolean })[];
  /** Best-placed other person of each area, -1 where there is none. */
  readonly heir: Int32Array;
  /** Files of each area, and the running sum of their weights. */
  readonly files: readonly (readonly number[])[];
  readonly upTo: readonly Float64Array[];
}

function setStage(landscape: Landscape, scenario: Scenario): Stage {
  const loss = lossOf(landscape, scenario);
  const away = new Set(scenario.absences.map((a) => a.person));
  const onlyPlanned = new Set(plannedOnly(scenario));
  const files: number[][] = landscape.areas.map(() => []);
  landscape.weight.forEach((weight, file) => {
    if (weight > 0) files[landscape.areaOfFile[file]!]!.push(file);
  });
  return {
    landscape,
    loss,
    files,
    days: daysOf(scenario.window),
    stretches: stretchesOf(scenario).map((stretch) => ({ ...stretch, ...availabilities(landscape, stretch, onlyPlanned) })),
    heir: Int32Array.from(landscape.areas, (_, area) =>
      onlyPlanned.size === 0 ? -1 : (bestPlaced({ landscape, loss, area, away }) ?? -1),
    ),
    upTo: files.map((rows) => {
      let sum = 0;
      return Float64Array.from(rows, (file) => (sum += landscape.weight[file]!));
    }),
  };
}

function availabilities(
  { present }: Landscape,
  { away }: Stretch,
  onlyPlanned: ReadonlySet<number>,
): { readonly left: Float32Array; readonly anyPlanned: boolean } {
  const left = new Float32Array(present.length).fill(1);
  for (const { person, availability } of away) left[person] = availability;
  return { left, anyPlanned: away.some(({ person }) => onlyPlanned.has(person)) };
}

/** One draw of what is not known: who is there, and how far the calibration is off. */
interface DrawnWorld {
  readonly there: Uint8Array;
  /** P(know) per matrix entry under the drawn calibration; only of those who are there. */
  readonly knows: Float32Array;
}

function drawWorld({ present, knowledge, sums }: Landscape, draw: Draw): DrawnWorld {
  const shift = draw.normal();
  const there = Uint8Array.from(present, (q) => (draw.uniform() < q ? 1 : 0));
  const knows = new Float32Array(knowledge.person.length);
  for (let e = 0; e < knows.length; e++) {
    if (sums.slotOfEntry[e] === NO_SLOT || there[knowledge.person[e]!] === 0) continue;
    const p = knowledge.probability[e]!;
    knows[e] = 1 / (1 + ((1 - p) / p) * Math.exp(-shift * knowledge.spread[e]!));
  }
  return { there, knows };
}

/** Share of an area's work that is carried in this world, without and with the absences. */
interface Shares {
  readonly before: number;
  readonly served: number;
}

function sharesOf(stage: Stage, world: DrawnWorld, area: number): Shares {
  let before = 0,
    served = 0;
  for (const file of stage.files[area]!) {
    const weight = stage.landscape.weight[file]!;
    before += weight * (1 - missOf(stage, world, file, null));
    for (const stretch of stage.stretches) served += weight * stretch.share * (1 - stallChance(stage, { world, area, stretch, file }));
  }
  return { before, served };
}

function missOf({ landscape: { knowledge } }: Stage, { knows }: DrawnWorld, ...[file, left]: [number, Float32Array | null]): number {
  let miss = 1;
  for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++)
    miss *= 1 - knows[e]! * (left === null ? 1 : left[knowledge.person[e]!]!);
  return miss;
}

interface Landing {
  readonly world: DrawnWorld;
  readonly area: number;
  readonly stretch: Stage['stretches'][number];
  readonly file: number;
}

/** Probability that an item on this file finds nobody, hand-overs of planned absentees counted. */
function stallChance(stage: Stage, { world, area, stretch, file }: Landing): number {
  const miss = missOf(stage, world, file, stretch.left),
    heir = stage.heir[area]!;
  if (heir < 0 || world.there[heir] === 0 || !stretch.anyPlanned) return miss;
  return miss - HANDOVER * (miss - missOf(stage, world, file, null));
}

/** Items of one window: how many came, and how many found nobody. */
function playItems(
  stage: Stage,
  { world, area, draw }: { readonly world: DrawnWorld; readonly area: number; readonly draw: Draw },
): { readonly all: number; readonly stalled: number; readonly rate: number } {
  const { demand } = stage.landscape;
  const rate = draw.gamma(demand.shape[area]!) / demand.rate[area]!;
  const all = draw.poisson(rate * stage.days);
  let stalled = 0;
  for (let i = 0; i < all; i++) {
    const when = draw.uniform();
    let passed = 0;
    const stretch = stage.stretches.find((s) => (passed += s.share) > when) ?? stage.stretches.at(-1)!;
    if (draw.uniform() < stallChance(stage, { world, area, stretch, file: drawFile(stage, area, draw) })) stalled++;
  }
  return { all, stalled, rate };
}

/** A file by weight: binary search in the running sum. */
function drawFile({ files, upTo }: Stage, area: number, draw: Draw): number {
  const sums = upTo[area]!,
    target = draw.uniform() * (sums.at(-1) ?? 0);
  let low = 0,
    high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= target) low = middle + 1;
    else high = middle;
  }
  return files[area]![low]!;
}

/** P(fewer than half of the expected changes come) at this draw's rate: once by who knows, once by who did the recent work. */
function addSlow(
  { landscape: { demand }, loss, days }: Stage,
  { slow }: Tally,
  { area, shares, rate }: { readonly area: number; readonly shares: Shares; readonly rate: number },
): void {
  const enough = enoughChanges({ shape: demand.shape[area]!, rate: demand.rate[area]!, days });
  const left = shares.before === 0 ? 1 : shares.served / shares.before;
  slow.usual += fewerAtRate(rate * days, enough);
  slow.knowledge += fewerAtRate(rate * days * left, enough);
  slow.recent += fewerAtRate(rate * days * recentLeft(loss, area), enough);
}

function slowsIn({ landscape, days }: Stage, area: number, { slow, items }: Tally): Slowdown | null {
  if (expectedItems(landscape, area, days) < LEAST_EXPECTED) return null;
  const usual = slow.usual / items.length;
  return calibrateSlowdown({ usual, knowledge: Math.max(usual, slow.knowledge / items.length), recent: slow.recent / items.length });
}

interface Tally {
  readonly before: number[];
  readonly served: number[];
  readonly items: number[];
  readonly stalled: number[];
  /** Sums over the draws, for slowdown.ts. */
  readonly slow: { usual: number; knowledge: number; recent: number };
}

function emptyTally(): Tally {
  return { before: [], served: [], items: [], stalled: [], slow: { usual: 0, knowledge: 0, recent: 0 } };
}

function outcomeOf(stage: Stage, { area, tally }: { readonly area: number; readonly tally: Tally }, settings: Settings): AreaOutcome {
  const judged = stage.landscape.support[area]! >= settings.minimumCommits;
  const served = estimate(tally.served);
  const share = (list: readonly number[], passes: (v: number) => boolean): number => list.filter(passes).length / list.length;
  const verdicts = tally.served.map((s) => verdictOf(s, settings));
  const chance = (verdict: string): number => verdicts.filter((v) => v === verdict).length / verdicts.length;
  return {
    area,
    served,
    verdict: judged ? verdictOf(served.value, settings) : 'not judged',
    probability: judged
      ? { moves: chance('moves'), degrades: chance('degrades'), stops: chance('stops') }
      : { moves: 0, degrades: 0, stops: 0 },
    servedBefore: estimate(tally.before),
    expected: estimate(tally.items),
    stalled: estimate(tally.stalled),
    atLeastOne: share(tally.items, (v) => v > 0),
    atLeastOneStalls: share(tally.stalled, (v) => v > 0),
    slows: judged ? slowsIn(stage, area, tally) : null,
  };
}

/** Mean and 90 % interval of the draws. */
function estimate(values: readonly number[]): Estimate {
  const sorted = [...values].sort((a, b) => a - b);
  const value = values.reduce((sum, v) => sum + v, 0) / values.length;
  const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
  return { value, low: Math.min(value, at(0.05)), high: Math.max(value, at(0.95)), level: 0.9, n: values.length };
}
