import { columnsOf } from '#core/facts/fact-columns.ts';
import { choosePartition } from '#core/areas/choose-partition.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { foldScene } from '#core/folding/fold-scene.ts';
import { Gathering } from '#core/folding/gathering.ts';
import type { Company } from '#core/organisation/founding/company.ts';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { PLANTS } from '#core/organisation/founding/plants.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import { bearsOut, type Twins } from '#core/organisation/witness/bears-out.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import { factsOf } from '#core/organisation/telling/facts-of.ts';
import { rawHistoryOf } from '#core/organisation/telling/raw-history-of.ts';
import { bringers } from '#core/noticed/bringers.ts';
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
  /**
   * `planted`: for this very signal, there; `brought along`: by what was planted there, as its plant says beforehand, and what happened bears it
   * out; `false alarm` else.
   */
  readonly truth: 'planted' | 'brought along' | 'false alarm';
  /** Whether the habits of the place lie above the signal's threshold in the long run: by the signal's own formula, whose mistakes it shares. */
  readonly byHabits: boolean;
  /** Whether it points to another one that is raised in the same place, which brings it along. */
  readonly points: boolean;
  readonly sentence: string;
}

/** What the signals said of one invented company and of its clean twin. */
export interface Staged {
  readonly seed: number;
  readonly raised: readonly Raised[];
  /** Each pattern that was planted, or is brought along and borne out by what happened: whether its signal was raised there. */
  readonly there: readonly There[];
  /** Of readings of areas on both companies, where the pattern can be there at all: how often the figure of the long run lies within their interval. */
  readonly expected: { readonly inside: number; readonly all: number };
  /** Every alarm on the twin: false by construction. */
  readonly onTwin: readonly { readonly signal: string; readonly sentence: string }[];
  /** Readings that were not raised on the twin: how often there was something to be wrong about. */
  readonly silentOnTwin: number;
  /** What would be raised if every value above its threshold were, however few cases it rests on: right and all. */
  readonly thresholdAlone: { readonly right: number; readonly all: number };
}

export interface There {
  readonly signal: string;
  readonly planted: boolean;
  /** Whether what happened bears it out. */
  readonly borneOut: boolean;
  readonly found: boolean;
}

/** Last moment of every staged company; a date, so that the suite says the same next year. */
const UNTIL = Date.UTC(2026, 9, 30) / 1000;

/** With these patterns in its areas, or with those that its seed draws. */
export function stageSignals(seed: number, plants?: readonly string[]): Staged {
  const company = foundCompany({ seed, until: UNTIL, planted: plants ?? true });
  const healthy = foundCompany({ seed, until: UNTIL, planted: false });
  const twins: Twins = { there: liveThrough(company), clean: liveThrough(healthy) };
  const found = readSignals(sceneOf(twins.there), SIGNALS).found;
  const alarms = found.filter(({ reading }) => reading.raised);
  const twin = readSignals(sceneOf(twins.clean), SIGNALS).found;
  const inside = [...withinInterval(company, found), ...withinInterval(healthy, twin)];
  return {
    seed,
    raised: alarms.map(({ signal, reading }) => ({
      signal: signal.id,
      truth: truthOf(twins, signal, reading),
      byHabits: isTrueThere(company, signal, reading),
      points: bringers(signal.id, raisedIn(alarms, placeOf(reading))).length > 0,
      sentence: reading.sentence,
    })),
    there: thereIn(twins, alarms),
    expected: { inside: inside.filter(Boolean).length, all: inside.length },
    onTwin: twin.filter(({ reading }) => reading.raised).map(({ signal, reading }) => ({ signal: signal.id, sentence: reading.sentence })),
    silentOnTwin: twin.filter(({ reading }) => !reading.raised).length,
    thresholdAlone: withoutIntervals(twins, found, twin),
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
function withoutIntervals(twins: Twins, found: SignalsRead['found'], twin: SignalsRead['found']): Staged['thresholdAlone'] {
  const above = (rows: SignalsRead['found']): SignalsRead['found'] => rows.filter(({ reading }) => reading.value.value > reading.threshold);
  const right = above(found).filter(({ signal, reading }) => truthOf(twins, signal, reading) !== 'false alarm').length;
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

/** What was planted in this very place is there; what it brings along, or does to a part or the whole of it, only if what happened there bears it out. */
function truthOf(twins: Twins, { id }: Pick<Signal, 'id'>, reading: SignalReading): Raised['truth'] {
  const { company } = twins.there;
  const here = company.planted
    .filter(({ place }) => isThere(company, place, reading))
    .map(({ plant, place }) => ({ ...plantOf(plant), place }));
  const own = here.filter(({ signal }) => signal === id);
  if (own.some(({ place }) => place === placeOf(reading))) return 'planted';
  if (own.length === 0 && !here.some(({ makes }) => makes?.includes(id))) return 'false alarm';
  if (!bearsOut(twins, id, areasSaid(company, reading))) return 'false alarm';
  return own.length > 0 ? 'planted' : 'brought along';
}

function raisedIn(alarms: SignalsRead['found'], place: string | null): ReadonlySet<string> {
  return new Set(alarms.filter(({ reading }) => placeOf(reading) === place).map(({ signal }) => signal.id));
}

/** Each pattern that plants say is there, once a place, and whether it was raised. */
function thereIn(twins: Twins, alarms: SignalsRead['found']): readonly There[] {
  const { company } = twins.there;
  return company.planted.flatMap(({ plant, place }) => {
    const { signal: own, makes = [] } = plantOf(plant);
    return [own, ...makes].flatMap((signal) => {
      const borneOut = bearsOut(twins, signal, areasAt(company, place));
      const found = alarms.some((one) => one.signal.id === signal && isThere(company, place, one.reading));
      return signal === own || borneOut ? [{ signal, planted: signal === own, borneOut, found }] : [];
    });
  });
}

function areasSaid(company: Company, reading: SignalReading): ReadonlySet<number> {
  return areasAt(company, placeOf(reading));
}

/** All areas of a place: of itself, of a team, of the whole. */
function areasAt({ areas, teams }: Company, place: string | null): ReadonlySet<number> {
  return new Set(areas.flatMap(({ slug, team }, at) => (place === null || slug === place || teams[team]!.slug === place ? [at] : [])));
}

/** Slug of the area or the team that is spoken of; null: the whole. */
function placeOf({ area, team }: SignalReading): string | null {
  return (area ?? team)?.split(/[:/]/).at(-1) ?? null;
}

/** What is said of an area or a team is there if it was planted in it, in its team, or everywhere; what is said of the whole, wherever. */
function isThere({ areas, teams }: Company, place: string | null, reading: SignalReading): boolean {
  const said = placeOf(reading);
  if (place === null || said === null) return true;
  const ofTeam = areas.flatMap(({ slug, team: row }) => (teams[row]!.slug === place ? [slug] : []));
  const teamOfPlace = areas.find(({ slug }) => slug === place)?.team;
  return (
    said === place ||
    ofTeam.includes(said) ||
    (reading.team !== undefined && teamOfPlace !== undefined && teams[teamOfPlace]!.slug === said)
  );
}

function plantOf(id: string): (typeof PLANTS)[number] {
  return PLANTS.find((plant) => plant.id === id)!;
}
