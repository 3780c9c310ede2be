import { sightOf } from '#core/policy/sight-of.ts';
import { SIGHTS } from '#core/policy/roles.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Moment } from '#core/terms/moment.ts';
import { counted } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import type { LookFacts, Noticed, NoticedReading, SystemViews } from './noticed.ts';
import { hasClearedLong, signalOf } from './noticed-now.ts';

/** What the first look says of one signal: who of those it concerns is asking, and from when on others see it. */
export interface FirstLookOf {
  readonly mine: boolean;
  readonly othersFrom: Moment;
}

export interface Looker {
  readonly viewer: Viewer;
  /** Ids of teams that are called so here. */
  readonly teamIds: (name: string) => readonly string[];
  /** Absent: it concerns nobody. */
  readonly firstLook: (reading: NoticedReading) => FirstLookOf | undefined;
  readonly now: Moment;
  /** Since when changes are told. */
  readonly changedSince?: Moment | undefined;
}

const LEAST = SIGHTS.indexOf('roles');

/** What somebody sees of what was noticed, and how much of it others look at first. */
export function seenBy(noticed: readonly Noticed[], facts: LookFacts, looker: Looker) {
  const theirs = noticed.filter(({ reading }) => mayLookAt(reading, facts, looker));
  const held = theirs.filter(({ reading }) => isHeld(reading, looker));
  const until = held.map(({ reading }) => looker.firstLook(reading)!.othersFrom).filter(Number.isFinite);
  return {
    noticed: theirs
      .filter((one) => !isHeld(one.reading, looker) && !isQuietOfOne(one, looker))
      .map((one) => (wasHeld(one.reading, looker) ? { ...one, was: 'quiet' as const } : one)),
    held: { count: held.length, until: until.length === 0 ? null : Math.max(...until) },
  };
}

/** Only what concerns the one who asks. */
export function ownOf(noticed: readonly Noticed[], { firstLook }: Pick<Looker, 'firstLook'>): readonly Noticed[] {
  return noticed.filter(({ reading }) => firstLook(reading)?.mine === true);
}

/** Whether their roles reach there at all. */
export function mayLookAt(reading: Pick<NoticedReading, 'area' | 'team'>, facts: LookFacts, { viewer, teamIds }: Looker): boolean {
  const named = reading.area === null ? [] : (facts.areas.find(({ id }) => id === reading.area)?.teams ?? []);
  const meant = facts.teams.filter(({ id, name }) => (reading.team === null ? named.includes(name) : id === reading.team));
  const names = [...(reading.team === null ? named : [reading.team]), ...meant.flatMap(({ name, also = [] }) => [name, ...also])];
  const teams = [...new Set(names.flatMap(teamIds))];
  const place = { ...(reading.area === null ? {} : { area: reading.area }), ...(teams.length === 0 ? {} : { teams }) };
  return SIGHTS.indexOf(sightOf(viewer, 'signals', place)) >= LEAST;
}

export function isHeld(reading: NoticedReading, { viewer, firstLook, now }: Looker): boolean {
  const first = viewer.mode === 'solo' ? undefined : firstLook(reading);
  return first !== undefined && !first.mine && now < first.othersFrom;
}

/** What others looked at first is new to whoever sees it only since then. */
function wasHeld(reading: NoticedReading, { viewer, firstLook, changedSince }: Looker): boolean {
  const first = viewer.mode === 'solo' ? undefined : firstLook(reading);
  return first !== undefined && !first.mine && changedSince !== undefined && changedSince < first.othersFrom;
}

/** How one person’s share stands is nobody else’s to see while it is nothing worth a look. */
function isQuietOfOne({ reading, history }: Noticed, { viewer, firstLook, now }: Looker): boolean {
  if (viewer.mode === 'solo' || signalOf(reading.signal)?.personal !== true || firstLook(reading)?.mine === true) return false;
  return history === null || (reading.silenced === undefined && hasClearedLong(history, now));
}

/** The four questions, for whoever sees the whole; without areas where somebody looks first. */
export function systemsSeen(systems: SystemViews, looker: Looker, heldAreas: readonly HeldPlace[]): SystemViews | null {
  if (SIGHTS.indexOf(sightOf(looker.viewer, 'signals', {})) < LEAST) return null;
  const held = heldAreas.filter(({ from }) => from > looker.now);
  const rows = systems.concentration.rows.filter(({ area }) => !held.some((one) => area === one.area || area.endsWith(`/${one.area}`)));
  if (rows.length === systems.concentration.rows.length) return systems;
  const explained = rows.filter(({ causes }) => causes.length > 0).length;
  const until = dateOf(Math.max(...held.map(({ from }) => from)));
  const sentence = `${counted(rows.length, 'area is', 'areas are')} known by one person; for ${explained} of them a cause leaves a trail. More is shown by ${until} at the latest; whom it concerns looks first.`;
  return { ...systems, concentration: { ...systems.concentration, rows, sentence } };
}

/** Areas in which a signal is held back from whoever looks: figures of the same person would tell it. */
export function heldSignals(noticed: readonly Noticed[], looker: Looker): readonly HeldPlace[] {
  return noticed.flatMap(({ reading }) =>
    reading.area !== null && isHeld(reading, looker) ? [{ area: reading.area, from: looker.firstLook(reading)!.othersFrom }] : [],
  );
}

/** An area that others do not see yet, and from when on they do. */
export interface HeldPlace {
  readonly area: string;
  readonly from: Moment;
}

/** The four views, with areas by the names that people know them by. */
export type SystemsTold = Omit<SystemViews, 'concentration' | 'legibility'> & {
  readonly concentration: Named<SystemViews['concentration'], string>;
  readonly legibility: Named<SystemViews['legibility'], string | null>;
};
type Named<View extends { readonly rows: readonly unknown[] }, Name> = Omit<View, 'rows'> & {
  readonly rows: readonly (View['rows'][number] & { readonly name: Name })[];
};

/** Which signals are raised in an area is told only as far as its reader sees them. */
export function systemsTold(systems: SystemViews, noticed: readonly Noticed[], look: LookFacts | null): SystemsTold {
  const seen = new Set(noticed.filter(({ reading }) => reading.raised).map(({ reading }) => `${reading.signal} ${reading.area ?? ''}`));
  const names = new Map(look?.areas.map(({ id, name }) => [id, name]));
  const rows = systems.concentration.rows.map((row) => ({
    ...row,
    name: names.get(row.area) ?? row.area,
    signals: row.signals.filter((id) => seen.has(`${id} ${row.area}`)),
  }));
  const met = systems.legibility.rows.map((row) => ({ ...row, name: row.area === null ? null : (names.get(row.area) ?? row.area) }));
  return { ...systems, concentration: { ...systems.concentration, rows }, legibility: { ...systems.legibility, rows: met } };
}
