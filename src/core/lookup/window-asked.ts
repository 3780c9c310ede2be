import { DAY, dateOf, type Moment, type Window } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { World } from '#core/world/world.ts';

/** Days as somebody stated them: any moment of the first and of the last day, or how many. */
export interface StatedDays {
  readonly from?: Moment | undefined;
  readonly to?: Moment | undefined;
  readonly days?: number | undefined;
}

/** The window that is meant: from the moment judged for the settings' length where nothing is said. */
export function windowAsked({ at, settings }: World, { from, to, days }: StatedDays): Window {
  const begin = dayStart(from ?? at);
  const end = to === undefined ? begin + (days ?? settings.absenceDays) * DAY : dayStart(to) + DAY;
  if (end <= begin) throw refusal('dates-reversed', { from: dateOf(begin), to: dateOf(end - DAY) });
  return { from: begin, to: end };
}

function dayStart(moment: Moment): Moment {
  return Math.floor(moment / DAY) * DAY;
}
