import type { Scene } from '#core/scene/scene.ts';
import type { FactFamily } from '#core/facts/fact-kinds.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';

/** Answer to one of the four questions that essay C asks of a system: rows in the order of areas or of the table, never of people. */
export interface SystemView<Row> {
  readonly window: Window;
  readonly rows: readonly Row[];
  readonly sentence: string;
  /** What cannot be said by what is connected. */
  readonly notJudged: readonly string[];
}

/** Half a year: long enough for what happens once a quarter to happen. */
const VIEW_DAYS = 180;

export function viewWindow({ at }: Pick<Scene, 'at'>): Window {
  return { from: at - VIEW_DAYS * DAY, to: at };
}

export function isIn(at: Moment | null, { from, to }: Window): at is Moment {
  return at !== null && at >= from && at <= to;
}

export function isKnown({ since }: Scene, family: FactFamily | 'git'): boolean {
  return since[family] !== undefined;
}

/** `1 area`, `3 areas`. */
export function counted(n: number, one: string, several = `${one}s`): string {
  return `${n} ${n === 1 ? one : several}`;
}
