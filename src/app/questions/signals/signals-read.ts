import type { SignalsToTell } from '#core/noticed/answer-signals.ts';
import { type LookFacts, noticedId, type Noticed, type NoticedReading } from '#core/noticed/noticed.ts';
import {
  heldSignals,
  type HeldPlace,
  isHeld,
  type FirstLookOf,
  type Looker,
  mayLookAt,
  ownOf,
  seenBy,
  systemsSeen,
} from '#core/noticed/seen-by.ts';
import {
  continuePasts,
  type EarlierLook,
  type LimitsSet,
  looksTaken,
  type NoticedAsOf,
  noticedNow,
  pastsOf,
  teamsIn,
} from '#core/noticed/noticed-now.ts';
import { allow } from '#core/policy/allow.ts';
import { somewhere } from '#core/policy/sight-of.ts';
import { heldTo, type Viewer } from '#core/policy/viewer.ts';
import { DAY } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Database } from '#store/database/database.ts';
import { facetsHeldFromOthers, heldFromOthers } from '#store/privacy/findings.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { listTeams } from '#store/people/teams.ts';
import { type KeptLooks, loadLooks, nextLookAt, tellingConnections } from '#store/signals/looks.ts';
import { limitsHistory } from '#store/signals/own-limits.ts';
import { knownFindings, notesOfFindings } from '#store/signals/signal-findings.ts';

export interface SignalsReader {
  readonly viewer: Viewer;
  /** Addresses that the one who asks has shown to be their own. */
  readonly ownWords: readonly string[];
  /** Milliseconds since epoch. */
  readonly now: number;
  readonly scope: string;
}

const SECOND = 1000;

/** What somebody may be told of the newest look; `own`: only what concerns themself. */
export async function signalsRead(database: Database, reader: SignalsReader, own = false): Promise<SignalsToTell> {
  const kept = await loadLooks(database, reader.scope);
  const connections = await tellingConnections(database.query);
  const now = reader.now / SECOND;
  const nothing = { look: null, systems: null, noticed: [], held: { count: 0, until: null }, connections, now };
  if (kept.view === undefined) return nothing;
  const look = JSON.parse(kept.view) as LookFacts;
  const viewer = heldTo(reader.viewer, look.mode ?? 'solo');
  if (!own) allow(somewhere(viewer), { question: 'signals' });
  const { looker, notesOf } = await lookerOf(database, { ...reader, viewer });
  const since = lookBefore(kept.looks, now);
  const limitsSet = await limitsSets(database);
  const all = noticedIn(kept, { now, since, limitsSet }).map((one) => ({ ...one, notes: notesOf(one.reading) }));
  const next = await nextLookAt(database.query);
  const told = {
    look,
    changedSince: since?.takenAt,
    takenAt: kept.looks.at(-1)!.taken_at / SECOND,
    nextLook: next === null ? undefined : next / SECOND,
  };
  if (own) return { ...nothing, ...told, noticed: ownOf(all, looker) };
  const systems = systemsSeen(look.systems, looker, [...heldSignals(all, looker), ...(await heldPlaces(database, reader.now))]);
  return { ...told, systems, connections, now, ...seenBy(all, look, { ...looker, changedSince: since?.takenAt }) };
}

/** Areas of which a carrier, or the one who holds a facet or a right, looks first. */
async function heldPlaces({ query }: Database, now: number): Promise<readonly HeldPlace[]> {
  const held = [...[...(await heldFromOthers(query, now)).values()].flat(), ...(await facetsHeldFromOthers(query, now))];
  return held.map(({ area, from }) => ({ area, from: from / SECOND }));
}

export async function connectionsTelling({ query }: Database): Promise<number> {
  return await tellingConnections(query);
}

/** Refuses whoever may not say a word of this signal: those whom it concerns may, and who leads there once it is theirs to see. */
export async function refuseWord(database: Database, reader: SignalsReader, id: string): Promise<void> {
  const kept = await loadLooks(database, reader.scope);
  const one = noticedIn(kept, { now: reader.now / SECOND }).find(({ reading }) => noticedId(reading) === id);
  const mode = kept.view === undefined ? undefined : (JSON.parse(kept.view) as LookFacts).mode;
  const { looker } = await lookerOf(database, { ...reader, viewer: heldTo(reader.viewer, mode ?? 'solo') });
  const may =
    one !== undefined &&
    one.history !== null &&
    (looker.firstLook(one.reading)?.mine === true ||
      (mayLookAt(one.reading, JSON.parse(kept.view!) as LookFacts, looker) && !isHeld(one.reading, looker)));
  if (!may) throw refusal('signal-unknown', { signal: id });
}

/** Who set limits of the team’s own, oldest first. */
async function limitsSets({ query }: Database): Promise<readonly LimitsSet[]> {
  const sets = await limitsHistory(query);
  return sets.map(({ own, by_account, reason, from_at }) => ({ own, at: Math.floor(from_at / SECOND), by: by_account, reason }));
}

/** The newest look that is a day old: what changed since is told today. Where all are younger, the first one. */
function lookBefore(looks: KeptLooks['looks'], now: number): EarlierLook | undefined {
  const look = looks.findLast(({ taken_at }) => taken_at / SECOND <= now - DAY) ?? looks[0];
  return look && { number: look.number, takenAt: look.taken_at / SECOND };
}

function noticedIn(kept: KeptLooks, asOf: Omit<NoticedAsOf, 'looks'>): readonly Noticed[] {
  return noticedNow(continuePasts(pastsOf(kept), teamsIn(kept)), { looks: looksTaken(kept), ...asOf });
}

async function lookerOf(database: Database, { viewer, ownWords, now }: SignalsReader) {
  const findings = await knownFindings(database.query);
  const notes = await notesOfFindings(database.query);
  const mark = ownWords.length === 0 ? undefined : await marksOf(database);
  const own = new Set(mark === undefined ? [] : ownWords.map(mark));
  const byKey = Map.groupBy(findings, ({ signal }) => signal);
  const teams = await listTeams(database.query);
  const looker: Looker = {
    viewer,
    now: now / SECOND,
    teamIds: (name) => teams.filter((team) => team.name.toLowerCase() === name.toLowerCase()).map(({ id }) => id),
    firstLook: (reading) => firstLookOf(byKey.get(noticedId(reading)) ?? [], own),
  };
  const notesOf = (reading: NoticedReading): readonly string[] =>
    currentOf(byKey.get(noticedId(reading)) ?? []).flatMap(({ id }) => notes.get(id) ?? []);
  return { looker, notesOf };
}

type Found = Awaited<ReturnType<typeof knownFindings>>[number];

/** Also where it is no longer raised: what was theirs first stays so until its time has come. */
function firstLookOf(findings: readonly Found[], own: ReadonlySet<string>): FirstLookOf | undefined {
  if (findings.length === 0) return undefined;
  return {
    mine: currentOf(findings).some(({ marks }) => marks.some((mark) => own.has(mark))),
    othersFrom: Math.max(...findings.map(({ others_from }) => others_from)) / SECOND,
  };
}

/** Whom it means now; where it means nobody any more, whom it meant last. Who was meant before that is told of themself, and not of whoever came after. */
function currentOf(findings: readonly Found[]): readonly Found[] {
  const ends = findings.map(({ gone_at }) => gone_at ?? Number.POSITIVE_INFINITY);
  return findings.filter((_, i) => ends[i] === Math.max(...ends));
}
