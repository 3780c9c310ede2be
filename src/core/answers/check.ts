import type { Answer, Column } from '#core/terms/answer.ts';
import { counted, listed, percentOf } from '#core/terms/figures.ts';
import { worstFirst } from '#core/world/area-rows.ts';
import { METHOD } from './areas.ts';
import { becauseOfAreas } from '#core/world/because-of-areas.ts';
import { becauseOfNorthStar } from '#core/world/because-of-north-star.ts';
import { type CheckInput, type Crossing, crossings } from '#core/findings/crossings.ts';
import { envelope } from '#core/world/envelope.ts';
import { factorOf } from '#core/world/factor-of.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export interface CheckValue {
  readonly outcome: 'passed' | 'crossed' | 'not enough evidence';
  readonly crossed: number;
  readonly northStar: number | null;
  readonly areasThatStop: number;
  readonly absenceFactor: number | null;
}

/** Are the thresholds kept, and is no area worse than in the baseline? */
export function answerCheck(world: World, input: CheckInput): Answer<CheckValue, Crossing> {
  const judgement = judge(world);
  const rows = [...judgement.rows].sort(worstFirst);
  const enough = judgement.worst.northStar !== null;
  const facts = { rows, northStar: judgement.worst.northStar, absenceFactor: factorOf(world), paths: pathsOf(world) };
  const findings = enough ? crossings(facts, input) : [];
  const errors = findings.filter(({ level }) => level === 'error');
  const value: CheckValue = {
    outcome: !enough ? 'not enough evidence' : errors.length > 0 ? 'crossed' : 'passed',
    crossed: new Set(errors.map((f) => f.rule)).size,
    northStar: judgement.worst.northStar?.value ?? null,
    areasThatStop: rows.filter((row) => row.verdict === 'stops').length,
    absenceFactor: facts.absenceFactor,
  };
  return envelope(world, {
    name: 'check',
    question: 'Does the repository hold its thresholds?',
    value,
    reading: readingOf(value, findings, input),
    columns: COLUMNS,
    rows: findings,
    because: [...becauseOfNorthStar(world, judgement), ...becauseOfAreas(world, judgement)],
    method: METHOD,
  });
}

/** The folder a finding points at: the fixed part of the area's first path, relative to the repository. */
function pathsOf(world: World): ReadonlyMap<string, string> {
  return new Map(world.partition.areas.map((area) => [area.id, (area.paths[0] ?? '').replace(/[*?[{].*$/, '').replace(/^\/+|\/+$/g, '')]));
}

function readingOf(value: CheckValue, findings: readonly Crossing[], input: CheckInput): string {
  if (value.outcome === 'not enough evidence')
    return 'Too little history to judge any area: nothing was checked, and nothing is called good.';
  const held = thresholdsOf(input);
  if (held.length === 0) return 'No threshold is set, so none can be crossed: understudy init writes thresholds that hold today.';
  const more = findings.length > 1 ? ` And ${findings.length - 1} more.` : '';
  if (value.crossed > 0) return `${counted(value.crossed, 'threshold')} crossed: ${findings[0]!.sentence}${more}`;
  return `Held: ${listed(held)}.${findings.length > 0 ? ` ${findings[0]!.sentence}${more}` : ''}`;
}

function thresholdsOf(input: CheckInput): readonly string[] {
  return [
    input.northStar === undefined ? '' : `at least ${percentOf(input.northStar)} carried`,
    input.areasThatStop === undefined
      ? ''
      : `at most ${counted(input.areasThatStop, 'area')} that stop${input.areasThatStop === 1 ? 's' : ''}`,
    input.notUnderstood === undefined ? '' : `at most ${percentOf(input.notUnderstood)} of any area not understood`,
    input.absenceFactor === undefined ? '' : `absence factor at least ${input.absenceFactor}`,
    input.baseline ? 'no area worse than its baseline' : '',
  ].filter(Boolean);
}

const COLUMNS: readonly Column[] = [
  { key: 'rule', label: 'Threshold', kind: 'text', meaning: 'Which threshold is crossed.' },
  { key: 'area', label: 'Area', kind: 'text', meaning: 'Where, when the threshold is about areas.' },
  { key: 'sentence', label: 'Finding', kind: 'text', wraps: true, meaning: 'What was found against what is agreed.' },
  {
    key: 'level',
    label: 'Level',
    kind: 'text',
    meaning: 'An error fails the run; a warning says what could not be compared.',
    detail: true,
  },
  { key: 'path', label: 'Path', kind: 'text', meaning: 'Folder of the area.', detail: true },
];
