import { columnsOf } from '#core/facts/fact-columns.ts';
import { choosePartition } from '#core/areas/choose-partition.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { foldScene } from '#core/folding/fold-scene.ts';
import { Gathering } from '#core/folding/gathering.ts';
import type { Company } from '#core/organisation/founding/company.ts';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { PLANTS } from '#core/organisation/founding/plants.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import { factsOf } from '#core/organisation/telling/facts-of.ts';
import { rawHistoryOf } from '#core/organisation/telling/raw-history-of.ts';
import { ownRowsOf } from '#core/policy/own-rows.ts';
import type { Scene } from '#core/scene/scene.ts';
import { readSignals, type SignalsRead } from '#core/signals/read-signals.ts';
import type { Signal, SignalReading } from '#core/signals/signal.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { expectedThere, isTrueThere } from './is-true-there.ts';

/** One reading that was raised, and whether that was right. */
export interface Raised {
  readonly signal: string;
  /** `planted`: for this very signal, there; `true there`: the habits of the place make it so all the same; `false alarm` else. */
  readonly truth: 'planted' | 'true there' | 'false alarm';
  readonly sentence: string;
}

/** What the signals said of one invented company and of its clean twin. */
export interface Staged {
  readonly seed: number;
  readonly raised: readonly Raised[];
  /** Each pattern that was planted, and whether its signal was raised there. */
  readonly planted: readonly { readonly signal: string; readonly found: boolean }[];
  /** Each area of which a signal had enough cases, and whose habits make its pattern true: whether it was raised there. */
  readonly trueThere: readonly { readonly signal: string; readonly found: boolean }[];
  /** Of readings of areas on both companies, where the pattern can be there at all: how often the figure of the long run lies within their interval. */
  readonly expected: { readonly inside: number; readonly all: number };
  /** Every alarm on the twin: false by construction. */
  readonly onTwin: readonly { readonly signal: string; readonly sentence: string }[];
  /** Readings that were not raised on the twin: how often there was something to be wrong about. */
  readonly silentOnTwin: number;
  /** What would be raised if every value above its threshold were, however few cases it rests on: right and all. */
  readonly thresholdAlone: { readonly right: number; readonly all: number };
}

/** Last moment of every staged company; a date, so that the suite says the same next year. */
const UNTIL = Date.UTC(2026, 9, 30) / 1000;

export function stageSignals(seed: number): Staged {
  const [company, healthy] = [true, false].map((planted) => foundCompany({ seed, until: UNTIL, planted })) as [Company, Company];
  const found = readSignals(sceneOf(liveThrough(company)), SIGNALS).found;
  const alarms = found.filter(({ reading }) => reading.raised);
  const twin = readSignals(sceneOf(liveThrough(healthy)), SIGNALS).found;
  const inside = [...withinInterval(company, found), ...withinInterval(healthy, twin)];
  return {
    seed,
    raised: alarms.map(({ signal, reading }) => ({
      signal: signal.id,
      truth: truthOf(company, signal, reading),
      sentence: reading.sentence,
    })),
    planted: company.planted.map(({ plant, place }) => {
      const { signal } = plantOf(plant);
      return { signal, found: alarms.some((one) => one.signal.id === signal && isThere(company, place, one.reading)) };
    }),
    trueThere: found
      .filter(({ signal, reading }) => reading.area !== null && reading.n >= signal.limits.least && isTrueThere(company, signal, reading))
      .map(({ signal, reading }) => ({ signal: signal.id, found: reading.raised })),
    expected: { inside: inside.filter(Boolean).length, all: inside.length },
    onTwin: twin.filter(({ reading }) => reading.raised).map(({ signal, reading }) => ({ signal: signal.id, sentence: reading.sentence })),
    silentOnTwin: twin.filter(({ reading }) => !reading.raised).length,
    thresholdAlone: withoutIntervals(company, found, twin),
  };
}

/** Nothing is expected of a signal whose further conditions the habits rule out. */
function withinInterval(company: Company, found: SignalsRead['found']): readonly boolean[] {
  return found.flatMap(({ signal, reading }) => {
    const expected = reading.area === null || reading.n < signal.limits.least ? 0 : expectedThere(company, signal, reading);
    return expected === 0 ? [] : [expected >= reading.value.low && expected <= reading.value.high];
  });
}

/** The trivial answer: a value above its threshold is an alarm. On the twin each of them is false. */
function withoutIntervals(company: Company, found: SignalsRead['found'], twin: SignalsRead['found']): Staged['thresholdAlone'] {
  const above = (rows: SignalsRead['found']): SignalsRead['found'] => rows.filter(({ reading }) => reading.value.value > reading.threshold);
  const right = above(found).filter(({ signal, reading }) => truthOf(company, signal, reading) !== 'false alarm').length;
  return { right, all: above(found).length + above(twin).length };
}

/** Through the same joins, folds and signals as facts of any source. */
function sceneOf(organisation: Organisation): Scene {
  const { company } = organisation;
  const evidence = cleanEvidence(
    company.repositories.map((_, row) => rawHistoryOf(organisation, row)),
    {},
  );
  const configured = company.areas.map(({ slug, tier }) => ({ name: slug, paths: [`${slug}/`, `docs/runbooks/${slug}-slow.md`], tier }));
  const partition = choosePartition({ evidence, declared: { configured, texts: company.repositories.map(() => []) }, at: UNTIL });
  const told = factsOf(organisation);
  const gathering = new Gathering(UNTIL);
  gathering.take(columnsOf(told.facts));
  const world = { evidence, partition, settings: DEFAULT_SETTINGS, at: UNTIL, viewer: { mode: 'solo' as const } };
  const sources = company.repositories.map((name) => ({ name, addresses: [`https://github.com/harbour/${name}`] }));
  const rowsOf = ownRowsOf(evidence);
  const zones: (number | null)[] = evidence.people.map(() => null);
  for (const { mail, zone } of company.people) for (const row of rowsOf([mail])) zones[row] = zone;
  return foldScene({ world, zones, sources, gathering, namings: told.namings, words: [] }).scene;
}

function truthOf(company: Company, signal: Signal, reading: SignalReading): Raised['truth'] {
  const there = company.planted.filter(({ place }) => isThere(company, place, reading)).map(({ plant }) => plantOf(plant));
  if (there.some((plant) => plant.signal === signal.id)) return 'planted';
  return isTrueThere(company, signal, reading) ? 'true there' : 'false alarm';
}

/** What is said of an area or a team is there if it was planted in it, in its team, or everywhere; what is said of the whole, wherever. */
function isThere({ areas, teams }: Company, place: string | null, { area, team }: SignalReading): boolean {
  if (place === null || (area === null && team === undefined)) return true;
  const said = (area ?? team!).split(/[:/]/).at(-1)!;
  const ofTeam = areas.flatMap(({ slug, team: row }) => (teams[row]!.slug === place ? [slug] : []));
  const teamOfPlace = areas.find(({ slug }) => slug === place)?.team;
  return said === place || ofTeam.includes(said) || (team !== undefined && teamOfPlace !== undefined && teams[teamOfPlace]!.slug === said);
}

function plantOf(id: string): (typeof PLANTS)[number] {
  return PLANTS.find((plant) => plant.id === id)!;
}
