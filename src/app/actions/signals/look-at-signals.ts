import { peopleWishes } from '#app/people/people-wishes.ts';
import { type ScanAddressed, scansAddressed } from '#app/people/scans-addressed.ts';
import { toldBeyond } from '#app/people/told-beyond.ts';
import { othersFrom } from '#app/actions/privacy/find-personal.ts';
import { type AddressedScan, type BuiltScene, sceneOf } from '#app/worlds/scene-of.ts';
import { aboutFacet, facetsOnOne } from '#core/beyond/facets-on-one.ts';
import { withinRepository } from '#core/beyond/within-repository.ts';
import { type LookedAt, lookAtScene } from '#core/noticed/look-at-scene.ts';
import { type LookFacts, noticedId, type NoticedReading } from '#core/noticed/noticed.ts';
import { signalOf } from '#core/noticed/noticed-now.ts';
import { type RaisedBefore, raisedBefore } from '#core/noticed/raised-before.ts';
import { marksOfPeople } from '#core/policy/marks-of-people.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { sceneMark } from '#store/facts/scene-mark.ts';
import { packFacts } from '#store/facts/packs/packs.ts';
import { type Mark, marksOf } from '#store/privacy/marks.ts';
import { keepLook, type LookToKeep, newestLook } from '#store/signals/looks.ts';
import { ownLimitsKept } from '#store/signals/own-limits.ts';
import { facetFindingKey, keepSignalFindings, type SignalFound } from '#store/signals/signal-findings.ts';

/** All that the team reads, as one; what somebody asks about on their own machine has scopes of its own. */
export const TEAM_SCOPE = 'team';

export interface LookOrder {
  readonly database: Database;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

export interface LookDone {
  /** Whether anything was other than at the last look. */
  readonly kept: boolean;
  readonly raised: number;
  /** As strict as the repositories want it; outside of solo nothing is looked at here. */
  readonly mode: Mode;
}

/** A look that is ready to be kept, in the transaction that ends the job which took it. */
export interface LookTaken {
  readonly raised: number;
  readonly keep: (query: Writing) => Promise<boolean>;
  /** The same in a transaction of its own. */
  readonly store: () => Promise<boolean>;
}

const SECOND = 1000;

/** Looks with all signals at everything that the team reads. Long: a worker's work, or that of a command. Undefined: nothing was read. */
export async function lookAtTeam({ database, now }: LookOrder): Promise<LookTaken | undefined> {
  const sources = await scansAddressed(database);
  if (sources.length === 0) return undefined;
  await packFacts(database);
  // First, so that nothing that comes meanwhile is missed.
  const of = await sceneMark(database, now());
  const own = await ownLimitsKept(database.query);
  const last = await lastOf(database, TEAM_SCOPE);
  if (last?.facts.of === of && JSON.stringify(last.facts.own ?? {}) === JSON.stringify(own)) return sameAs(last);
  const told = await toldBeyond(database);
  const built = await sceneOf(sources, told, { now: Math.floor(now() / SECOND), people: await peopleWishes(database) });
  const look = lookAtScene(built.scene, own, raisedBy(last));
  const marks = personMarks(built, told.namings, await marksOf(database));
  const place = { built, sources, marks };
  const found = [...look.readings.flatMap((one) => foundIn(one, place)), ...facetsFound(place)];
  const kept = toKeep(TEAM_SCOPE, { ...look, facts: { ...look.facts, of, mode: built.mode } }, now());
  const keep = async (query: Writing): Promise<boolean> => {
    await keepSignalFindings(query, { found, now: kept.takenAt, othersFrom: othersFrom(kept.takenAt) });
    return await keepLook(query, kept);
  };
  return { raised: raisedIn(look.readings), keep, store: async () => await database.write(keep) };
}

/** The same of repositories on this machine, for whoever sits at it: nobody looks first. */
export async function lookAtScans(
  { database, now }: LookOrder,
  { scans, scope }: { readonly scans: readonly AddressedScan[]; readonly scope: string },
): Promise<LookDone> {
  const order = { now: Math.floor(now() / SECOND) };
  await packFacts(database);
  const { scene, mode, limits } = await sceneOf(scans, await toldBeyond(database), order);
  if (mode !== 'solo') return { kept: false, raised: 0, mode };
  const look = lookAtScene(scene, limits, raisedBy(await lastOf(database, scope)));
  const kept = await database.write(async (query) => await keepLook(query, toKeep(scope, look, now())));
  return { kept, raised: raisedIn(look.readings), mode };
}

interface LastLook {
  readonly facts: LookFacts;
  readonly readings: readonly NoticedReading[];
}

async function lastOf({ query }: Database, scope: string): Promise<LastLook | undefined> {
  const { view, readings } = await newestLook(query, scope);
  if (view === undefined) return undefined;
  const bodies = readings.flatMap(({ body }) => (body === null ? [] : [JSON.parse(body) as NoticedReading]));
  return { facts: JSON.parse(view) as LookFacts, readings: bodies };
}

/** What that look raised, and under which limits. */
function raisedBy(last: LastLook | undefined): RaisedBefore {
  return last === undefined ? new Map() : raisedBefore(last.readings, last.facts.own);
}

/** Nothing is other than it was, and so is nothing that could be said of it. */
function sameAs({ readings }: LastLook): LookTaken {
  const keep = async (): Promise<boolean> => await Promise.resolve(false);
  return { raised: readings.filter(({ raised }) => raised).length, keep, store: keep };
}

function toKeep(scope: string, { facts, readings }: ReturnType<typeof lookAtScene>, takenAt: number): LookToKeep {
  return {
    scope,
    at: facts.at,
    takenAt,
    view: JSON.stringify(facts),
    readings: readings.map(({ reading }) => ({ key: noticedId(reading), body: JSON.stringify(reading) })),
  };
}

function raisedIn(readings: readonly LookedAt[]): number {
  return readings.filter(({ reading }) => reading.raised).length;
}

interface FindingPlace {
  readonly built: BuiltScene;
  readonly sources: readonly ScanAddressed[];
  readonly marks: (person: PersonId) => readonly string[];
}

/** One for each person: the signal is theirs first, and others see it once all of them have looked, or after three days. */
function foundIn({ reading, concerns }: LookedAt, { built, sources, marks }: FindingPlace): readonly SignalFound[] {
  const repository = built.scene.areas.find(({ id }) => id === reading.area)?.repository ?? 0;
  const name = `${reading.place ?? 'the whole'}: ${signalOf(reading.signal)!.name}`;
  return concerns.map((person) => ({ key: noticedId(reading), name, sourceId: sources[repository]!.id, marks: marks(person) }));
}

/** Facets and rights that one person holds, by the areas of each repository: theirs first, as signals are. */
function facetsFound({ built, sources, marks }: FindingPlace): readonly SignalFound[] {
  const all = facetsOnOne(built.scene);
  return sources.flatMap(({ id: sourceId }, repository) => {
    const { scene } = withinRepository(built, repository);
    return all
      .filter(({ area }) => scene.areas[area]!.repository === repository)
      .map(({ area, what, person }) => {
        const { id, name } = scene.areas[area]!;
        return {
          key: facetFindingKey({ sourceId, what, area: id }),
          area: id,
          name: `${name}: ${aboutFacet(what)}`,
          sourceId,
          marks: marks(person),
        };
      });
  });
}

/** By the addresses that the history knows, or that sources name beside a handle. */
function personMarks({ world, further }: BuiltScene, namings: readonly Naming[], mark: Mark): (person: PersonId) => readonly string[] {
  const known = world.evidence.people.length;
  const ofHistory = marksOfPeople(world.evidence);
  const mails = new Map(namings.flatMap(({ of, mail }) => (mail === undefined ? [] : [[of as string, mail] as const])));
  return (person) => {
    if (person < known) return ofHistory(person, mark);
    const handles = further[person - known]?.handles ?? [];
    const own = handles.flatMap((handle) => [mails.get(handle), handle.startsWith('mail:') ? handle.slice(5) : undefined]);
    return [...new Set(own.filter((mail) => mail !== undefined).map(mark))];
  };
}
