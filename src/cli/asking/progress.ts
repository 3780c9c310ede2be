import { countOf } from '#core/terms/figures.ts';
import { cut } from '#core/report/lay-out.ts';
import { visible } from '#core/report/visible.ts';
import type { Sink } from '#cli/door.ts';

/** How far a scan is, as app/actions reports it. */
export interface Progress {
  readonly repository: string;
  readonly index: number;
  readonly repositories: number;
  readonly done: number;
  readonly total?: number;
  readonly secondsLeft?: number;
}

export interface ProgressLine {
  readonly report: (progress: Progress) => void;
  /** Clears the bar; call it before anything else is printed. */
  readonly end: () => void;
}

/** Milliseconds between two plain lines where there is no terminal: enough to see life, few enough for a log. */
const PLAIN_PAUSE = 5000;
const BAR = 24;

/** A bar that redraws itself on a terminal; elsewhere a plain line now and then. Quick scans print nothing. */
export function progressLine(err: Sink, now: () => number): ProgressLine {
  return err.isTerminal ? drawnBar(err) : plainLines(err, now);
}

function drawnBar(err: Sink): ProgressLine {
  let drawn = false;
  return {
    report: (progress) => {
      drawn = true;
      err.write(`\r${cut(progressText(progress, true), (err.columns || 80) - 1)}\u001b[K`);
    },
    end: () => {
      if (drawn) err.write('\r\u001b[K');
      drawn = false;
    },
  };
}

function plainLines(err: Sink, now: () => number): ProgressLine {
  let last = now();
  return {
    report: (progress) => {
      if (now() - last < PLAIN_PAUSE) return;
      last = now();
      err.write(`${progressText(progress, false)}\n`);
    },
    end: () => undefined,
  };
}

/** `reading api ███████░░░░ 8,120 of 14,212 commits, 12 s left`. */
export function progressText({ repository, index, repositories, done, total, secondsLeft }: Progress, withBar: boolean): string {
  const which = repositories > 1 ? ` (${index + 1} of ${repositories})` : '';
  if (total === undefined) return `reading ${visible(repository)}${which}: counting commits`;
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const bar = withBar ? ` ${'█'.repeat(Math.round(share * BAR))}${'░'.repeat(BAR - Math.round(share * BAR))}` : ':';
  const left = secondsLeft === undefined ? '' : `, ${leftOf(secondsLeft)} left`;
  return `reading ${visible(repository)}${which}${bar} ${countOf(done)} of ${countOf(total)} commits${left}`;
}

export function leftOf(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
