import type { Notes } from '#sources/payloads/notes.ts';
import type { Shape } from '#sources/payloads/shape.ts';
import { type Act, tellAcknowledged, tellReassigned, tellReopened, tellResolved } from '#sources/paging/tell-act.ts';

/** What an event of a webhook, or an entry of the log, tells. */
export type Happened = (said: Shape, act: Act, notes: Notes) => void;

export const acknowledged: Happened = (_, act, notes) => tellAcknowledged(act, notes);
export const resolved: Happened = (_, act, notes) => tellResolved(act, notes);
export const reopened: Happened = (_, act, notes) => tellReopened(act, notes);

/** To these people; what a rule hands on, to the first in line, is no call of anybody: that they are paged is told by itself. */
export function handedOn(toWhom: (said: Shape, act: Act, notes: Notes) => readonly Act[]): Happened {
  return (said, act, notes) => {
    if (act.actor !== undefined) for (const one of toWhom(said, act, notes)) tellReassigned(one, notes);
  };
}
