import type { Handle, Place } from '#core/facts/fact.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import type { Moment } from '#core/terms/moment.ts';
import { LEASE, monthOf } from './near.ts';
import type { Notes } from './notes.ts';

/**
 * `asked`: found in a list that was asked for now, and good for a little more than a month, until it is asked for again;
 * else told when it was given, and good until it is taken.
 */
export interface Held {
  readonly actor: Handle;
  readonly place: Place;
  readonly at: Moment;
  readonly asked: boolean;
}

export function tellHeld({ actor, place, at, asked }: Held, rights: readonly RightKind[], notes: Notes): void {
  for (const right of rights)
    notes.tell('right-held', {
      reference: `right-held:${place}:${right}:${actor}${versionOf(at, asked)}`,
      at,
      until: asked ? at + LEASE : undefined,
      actor,
      place,
      detail: { right },
    });
}

export function tellEnded({ actor, place, at }: Omit<Held, 'asked'>, rights: readonly RightKind[], notes: Notes): void {
  for (const right of rights)
    notes.tell('right-ended', { reference: `right-ended:${place}:${right}:${actor}@${at}`, at, actor, place, detail: { right } });
}

/** In a team, as a list says it; or since now, as a webhook says it. */
export function tellMember({ actor, place, at, asked }: Held, notes: Notes): void {
  notes.tell('member', {
    reference: `member:${place}:${actor}${versionOf(at, asked)}`,
    at,
    until: asked ? at + LEASE : undefined,
    actor,
    place,
  });
}

/** A stay that ends now: it begins and ends at the same moment. */
export function tellMemberGone({ actor, place, at }: Omit<Held, 'asked'>, notes: Notes): void {
  notes.tell('member', { reference: `member-gone:${place}:${actor}@${at}`, at, until: at, actor, place });
}

function versionOf(at: Moment, asked: boolean): string {
  return asked ? `@${monthOf(at)}` : `@${at}`;
}
