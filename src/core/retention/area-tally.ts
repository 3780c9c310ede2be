import { FLOOR } from '#core/cohorts/cohort.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { dateOf, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** One or more whole months, told as one. */
export interface TalliedSpan {
  /** `2024-06`, the first month with an act and the last. */
  readonly from: string;
  readonly to: string;
  readonly acts: number;
}

export interface TalliedArea {
  readonly area: string;
  readonly name: string;
  /** Oldest first, without overlap; what was told once never changes. */
  readonly spans: readonly TalliedSpan[];
  /** The first month that waits for more people. */
  readonly waitsFrom: string;
}

/** What stays of acts past their term. */
export interface AreaTally {
  /** The month up to which everything was looked at; it is not in it itself. */
  readonly before: string;
  readonly areas: readonly TalliedArea[];
}

/** Evidence with acts that are past their term still in it, and where its files lie now. */
export interface TallySource {
  readonly evidence: Evidence;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly ofFile: ArrayLike<number>;
}

/** Of the acts of a told span, one person's are this share at most. */
const MOST_OF_ONE = 0.75;

/**
 * # What stays after the term
 *
 * What it says: how many acts of people there were in an area in a month, once they are past their term.
 *
 * Formula: of each area whole months are joined, from the oldest on, until in them at least 5 people acted and none of them
 * did more than 75 % of it; then the span is closed, and told. A month is looked at once the cut has passed all of it. Where
 * all that is not told would be the work of fewer than 5 people, spans that closed last stay open.
 *
 * Reading: an area in which few people work has few long spans, or none.
 *
 * Source: threshold and dominance rules with secondary suppression (Willenborg and de Waal, Elements of Statistical Disclosure
 * Control, 2001).
 *
 * Weakness: whoever knows how much four of five people did knows the rest. Areas that were cut anew begin where the others
 * were looked at last, so that no old and new span can be taken off each other; what their files had waiting stays untold.
 */
export function extendTally(kept: AreaTally | undefined, source: TallySource, cut: Moment): AreaTally {
  const before = dateOf(cut).slice(0, 7);
  if (kept !== undefined && kept.before >= before) return kept;
  const cells = cellsOf(source, cut);
  const known = new Map(kept?.areas.map((area) => [area.area, area]));
  const found = source.areas.map(({ id, name }, row) => {
    const old = known.get(id) ?? { area: id, name, spans: [], waitsFrom: kept?.before ?? '' };
    return { old: { ...old, name }, cells: cells[row]!, fresh: closedSpans(cells[row]!, old.waitsFrom, before) };
  });
  const told = withRestOfMany(found, restWithout);
  const gone = (kept?.areas ?? []).filter(({ area }) => !source.areas.some(({ id }) => id === area));
  return { before, areas: [...told.map(asKept), ...gone] };
}

interface Month {
  readonly month: string;
  readonly byPerson: ReadonlyMap<PersonId, number>;
}

interface Found {
  readonly old: TalliedArea;
  readonly cells: readonly Month[];
  /** Closed now, oldest first. */
  readonly fresh: readonly TalliedSpan[];
}

/** Acts of people by area, month (in order) and person; inner maps are filled in place. */
function cellsOf({ evidence: { acts, people }, areas, ofFile }: TallySource, cut: Moment): readonly (readonly Month[])[] {
  const cells = areas.map(() => new Map<string, Map<PersonId, number>>());
  for (let row = 0; row < acts.count; row++) {
    const [at, person, area] = [acts.at[row]!, acts.person[row]!, cells[ofFile[acts.file[row]!]!]];
    if (at >= cut || area === undefined || people[person]!.kind !== 'human') continue;
    const month = dateOf(at).slice(0, 7);
    const cell = area.get(month) ?? new Map<PersonId, number>();
    area.set(month, cell.set(person, (cell.get(person) ?? 0) + 1));
  }
  return cells.map((area) => [...area].map(([month, byPerson]) => ({ month, byPerson })).toSorted((a, b) => (a.month < b.month ? -1 : 1)));
}

function closedSpans(cells: readonly Month[], from: string, before: string): readonly TalliedSpan[] {
  const spans: TalliedSpan[] = [];
  let open: Month[] = [];
  for (const cell of cells.filter(({ month }) => month >= from && month < before)) {
    open.push(cell);
    const sums = summed(open);
    if (!mayBeTold(sums)) continue;
    spans.push({ from: open[0]!.month, to: cell.month, acts: total(sums) });
    open = [];
  }
  return spans;
}

function summed(cells: readonly Month[]): ReadonlyMap<PersonId, number> {
  const sums = new Map<PersonId, number>();
  for (const { byPerson } of cells) for (const [person, acts] of byPerson) sums.set(person, (sums.get(person) ?? 0) + acts);
  return sums;
}

function mayBeTold(sums: ReadonlyMap<PersonId, number>): boolean {
  return sums.size >= FLOOR && Math.max(...sums.values()) <= MOST_OF_ONE * total(sums);
}

function total(sums: ReadonlyMap<PersonId, number>): number {
  return [...sums.values()].reduce((sum, acts) => sum + acts, 0);
}

/** Sums of all that was past its term stand in each answer: what is not told must not be what is left of them by few. */
function withRestOfMany(found: readonly Found[], rest: (found: readonly Found[]) => number): readonly Found[] {
  const people = rest(found);
  const last = found
    .map(({ fresh }, row) => ({ row, to: fresh.at(-1)?.to ?? '' }))
    .reduce((a, b) => (b.to > a.to ? b : a), { row: -1, to: '' });
  if (people === 0 || people >= FLOOR || last.row < 0) return found;
  return withRestOfMany(
    found.map((one, row) => (row === last.row ? { ...one, fresh: one.fresh.slice(0, -1) } : one)),
    rest,
  );
}

/** How many people did what is not told. */
function restWithout(found: readonly Found[]): number {
  const untold = found.flatMap((one) => {
    const { waitsFrom } = asKept(one);
    return one.cells.filter(({ month }) => month >= waitsFrom);
  });
  return summed(untold).size;
}

function asKept({ old, fresh }: Found): TalliedArea {
  const last = fresh.at(-1);
  return last === undefined ? old : { ...old, spans: [...old.spans, ...fresh], waitsFrom: after(last.to) };
}

/** The month after. */
function after(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
