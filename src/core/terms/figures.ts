import type { Estimate } from './estimate.ts';

/** How figures are written wherever people read them: one place, so that page and terminal agree. */

/** `14,212`; a non-breaking thousands separator is not used so that copies stay plain. */
export function countOf(n: number): string {
  const whole = Math.round(n);
  return (whole < 0 ? '-' : '') + String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 file`, `4,120 files`: the noun with its figure. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${countOf(n)} ${Math.round(n) === 1 ? singular : plural}`;
}

/** A share as `61 %`; never rounds to 0 % or 100 % what is neither. */
export function percentOf(share: number): string {
  return `${percentFigure(share)} %`;
}

/** `61 % (52–70)`; the interval is left away when it has no width in print. */
export function percentWithBand(e: Estimate): string {
  const low = percentFigure(e.low);
  const high = percentFigure(e.high);
  return low === high ? percentOf(e.value) : `${percentOf(e.value)} (${low}–${high})`;
}

/** `4.2` below ten, `42` from there; `<0.1` rather than a false zero. */
export function amountOf(x: number): string {
  if (x > 0 && x < 0.05) return '<0.1';
  return x < 9.95 ? trimZero(x.toFixed(1)) : countOf(x);
}

/** `4.2 (2.1–7.0)`. */
export function amountWithBand(e: Estimate): string {
  const low = amountOf(e.low);
  const high = amountOf(e.high);
  return low === high ? amountOf(e.value) : `${amountOf(e.value)} (${low}–${high})`;
}

/** `0.708`: figures of the evaluation, which differ in the third place; counts as `16`, and from ten on `16.5`. */
export function scoreOf(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) > 1) return String(x);
  return Math.abs(x) < 9.9995 ? x.toFixed(3) : trimZero(x.toFixed(1));
}

/** `0.708 (0.661–0.752)`. */
export function scoreWithBand(e: Estimate): string {
  const low = scoreOf(e.low);
  const high = scoreOf(e.high);
  return low === high ? scoreOf(e.value) : `${scoreOf(e.value)} (${low}–${high})`;
}

/** How often, from minutes: `every 30 days`, `every 12 hours`, `every 90 minutes`; the largest unit that says it exactly. */
export function everyOf(minutes: number): string {
  const [size, unit] = (
    [
      [1440, 'day'],
      [60, 'hour'],
    ] as const
  ).find(([one]) => minutes >= one && minutes % one === 0) ?? [1, 'minute'];
  const n = minutes / size;
  return n === 1 ? `every ${unit}` : `every ${countOf(n)} ${unit}s`;
}

/** A stretch of days in the words people use: `3 days`, `5 weeks`, `9 months`, `2 years`. */
export function spanOf(days: number): string {
  const d = Math.max(0, days);
  if (d < 14) return counted(d, 'day');
  if (d < 60) return counted(d / 7, 'week');
  if (d < 730) return counted(d / 30.44, 'month');
  return counted(d / 365.25, 'year');
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function percentFigure(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.5) return '<1';
  if (percent < 100 && percent >= 99.5) return '>99';
  return String(Math.round(percent));
}

function trimZero(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
