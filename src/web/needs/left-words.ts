import { counted } from '#core/terms/figures.ts';

const MINUTE = 60_000;

/** `2 days and 13 hours are`, `one hour is`: the larger two units, rounded down, so that nobody counts on more than there is. */
export function leftWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return hours === 0 ? told(days, 'day') : `${counted(days, 'day')} and ${counted(hours, 'hour')} are`;
  return hours > 0 ? told(hours, 'hour') : told(minutes, 'minute');
}

function told(count: number, unit: string): string {
  return `${counted(count, unit)} ${count === 1 ? 'is' : 'are'}`;
}
