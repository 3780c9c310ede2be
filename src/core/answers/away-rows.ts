import type { Cascade } from '#core/cascade/cascade.ts';
import { verdictOf } from '#core/absence/judge-absence.ts';
import type { AbsenceOutcome, AreaOutcome } from '#core/absence/outcome.ts';
import { FLOOR } from '#core/cohorts/cohort.ts';
import { FELT } from '#core/cascade/pairs.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export interface AwayRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly before: Verdict;
  readonly verdict: Verdict;
  readonly carriedBefore: Estimate | null;
  readonly carried: Estimate | null;
  readonly stalled: Estimate | null;
  readonly atLeastOneStalls: number | null;
  /** P(fewer than half of the expected changes come): in this absence and with everybody here, calibrated; in this absence before calibration. */
  readonly slows: number | null;
  readonly slowsUsually: number | null;
  readonly slowsRaw: number | null;
  readonly metBy: string | readonly string[];
  /** Expected changes that others would meet here in place of the absent. */
  readonly inherited: number | null;
  /** Share of its expected work on files that only AI wrote and nobody has shown to understand. */
  readonly notUnderstood: number | null;
  /** Verdict when whoever is overloaded is swamped too. */
  readonly second: Verdict;
}

export interface AreaSeen {
  readonly area: AreaOutcome;
  /** Who meets what the absent leave here. */
  readonly heirs: AbsenceOutcome['heirs'];
  readonly spread: Cascade;
}

/** One area before, during, and when whoever is overloaded is swamped too. */
export function awayRow(world: World, { area: seen, heirs, spread }: AreaSeen): AwayRow {
  const area = world.partition.areas[seen.area]!;
  const judged = seen.verdict !== 'not judged';
  return {
    area: area.name,
    id: area.id,
    before: judged ? verdictOf(seen.servedBefore.value, world.settings) : 'not judged',
    verdict: seen.verdict,
    carriedBefore: judged ? seen.servedBefore : null,
    carried: judged ? seen.served : null,
    stalled: judged ? seen.stalled : null,
    atLeastOneStalls: judged ? seen.atLeastOneStalls : null,
    slows: seen.slows?.chance ?? null,
    slowsUsually: seen.slows?.usual ?? null,
    slowsRaw: seen.slows?.raw ?? null,
    metBy: metBy(
      world,
      heirs.map((heir) => heir.person),
    ),
    inherited: judged && !few(world, heirs.length) ? heirs.reduce((sum, heir) => sum + heir.items, 0) : null,
    notUnderstood: judge(world).rows[seen.area]!.notUnderstood,
    second: spread.second?.verdicts[seen.area] ?? seen.verdict,
    because: 'value',
  };
}

/** Who would meet the load: names in alphabetical order on one's own machine, else how many. */
function metBy(world: World, people: readonly PersonId[]): string | readonly string[] {
  if (people.length === 0) return 'nobody';
  if (few(world, people.length)) return 'fewer than five people';
  if (!maySeeNames(world.viewer)) return counted(people.length, 'person', 'people');
  const names = people.map((person) => namePerson(world.evidence, person, world.viewer)).sort(alphabetical);
  return names.length > 4 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
}

/** Outside of solo no figure stands beside fewer people than the floor. */
function few({ viewer }: World, people: number): boolean {
  return !maySeeNames(viewer) && people > 0 && people < FLOOR;
}

/** An area is shown when its verdict changes in either round, or when at least a twentieth of its work is no longer carried. */
export function changes(row: AwayRow): boolean {
  return row.carried !== null && (row.before !== row.verdict || row.verdict !== row.second || lessCarried(row));
}

const LIKELY = 0.5;

/** More likely than not to see fewer than half of its changes, and noticeably more likely than with everybody here. */
export function likelySlows({ slows, slowsUsually }: AwayRow): boolean {
  return slows !== null && slows >= LIKELY && slows - slowsUsually! >= FELT;
}

export function lessCarried(row: AwayRow): boolean {
  return row.carriedBefore!.value - row.carried!.value >= FELT;
}

export function mostChanged(a: AwayRow, b: AwayRow): number {
  return (
    Number(a.before === a.verdict) - Number(b.before === b.verdict) || b.stalled!.value - a.stalled!.value || (a.area < b.area ? -1 : 1)
  );
}

export const AWAY_COLUMNS: readonly Column[] = [
  { key: 'area', label: 'Area', kind: 'text', meaning: 'A part of the system that people would name.' },
  { key: 'before', label: 'Before', kind: 'text', meaning: 'Verdict with everybody here.' },
  { key: 'verdict', label: 'During', kind: 'text', meaning: 'Verdict during this absence.' },
  {
    key: 'carriedBefore',
    label: 'Carried before',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of the expected work carried with everybody here.',
    detail: true,
  },
  {
    key: 'carried',
    label: 'Still carried',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of the expected work carried during this absence.',
  },
  {
    key: 'stalled',
    label: 'Would wait',
    kind: 'estimate',
    unit: 'amount',
    meaning: 'Expected changes that would find nobody who knows the place.',
  },
  { key: 'atLeastOneStalls', label: 'At least one', kind: 'probability', meaning: 'Probability that at least one change would wait.' },
  {
    key: 'slows',
    label: 'Slows',
    kind: 'probability',
    meaning:
      'Probability that fewer than half of the expected changes come, calibrated on natural absences; nothing where fewer than two are expected.',
  },
  {
    key: 'slowsUsually',
    label: 'Slows anyway',
    kind: 'probability',
    meaning: 'The same with everybody here.',
    detail: true,
  },
  {
    key: 'slowsRaw',
    label: 'Slows, uncalibrated',
    kind: 'probability',
    meaning: 'The same in this absence, by who knows and before calibration.',
    detail: true,
  },
  {
    key: 'metBy',
    label: 'Met by',
    kind: 'list',
    meaning: 'Who would meet the work that is left, in alphabetical order; never ranked.',
    detail: true,
  },
  {
    key: 'inherited',
    label: 'Others meet',
    kind: 'number',
    meaning: 'Expected changes that others would meet here in place of the absent.',
    detail: true,
  },
  {
    key: 'notUnderstood',
    label: 'Not understood',
    kind: 'probability',
    meaning: 'Share of its expected work on files that only AI has written and no person has shown to understand.',
    detail: true,
  },
  { key: 'second', label: 'Then', kind: 'text', meaning: 'Verdict when whoever would likely be overloaded is swamped too.' },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stable name for scripts.', detail: true },
];
