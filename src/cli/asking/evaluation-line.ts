import { cut } from '#core/report/lay-out.ts';
import { visible } from '#core/report/visible.ts';
import type { Sink } from '#cli/door.ts';
import { leftOf, type Progress, progressText } from './progress.ts';

/** How far an evaluation is, as app/actions reports it. */
interface Steps {
  readonly suite: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft?: number;
}

export interface EvaluationLine {
  readonly scan: (progress: Progress) => void;
  readonly step: (progress: Steps) => void;
  /** Clears the line; call it before anything else is printed. */
  readonly end: () => void;
}

/** Milliseconds between two plain lines where there is no terminal. */
const PLAIN_PAUSE = 5000;

/** One line that redraws itself on a terminal; elsewhere a plain line now and then. Reading a history shows behind the step that wants it. */
export function evaluationLine(err: Sink, now: () => number): EvaluationLine {
  let steps = '',
    last = now();
  const say = (text: string): void => {
    if (err.isTerminal) err.write(`\r${cut(text, (err.columns || 80) - 1)}\u001b[K`);
    else if (now() - last >= PLAIN_PAUSE) {
      last = now();
      err.write(`${text}\n`);
    }
  };
  return {
    step: (progress) => say((steps = stepText(progress))),
    scan: (progress) => say(`${steps}; ${progressText({ ...progress, repositories: 1 }, false)}`),
    end: () => void (err.isTerminal && err.write('\r\u001b[K')),
  };
}

/** `calibration: by system, step 12 of 60, about 3 min left`. */
export function stepText({ suite, label, done, total, secondsLeft }: Steps): string {
  const left = secondsLeft === undefined ? '' : `, about ${leftOf(secondsLeft)} left`;
  return `${suite}: ${visible(label)}, step ${done + 1} of ${total}${left}`;
}
