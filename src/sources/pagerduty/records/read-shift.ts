import { LEASE, monthOf, near } from '#sources/payloads/near.ts';
import type { Telling } from '#sources/connecting/connector.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { countIn, momentIn, type Shape, shapeIn, shapesIn } from '#sources/payloads/shape.ts';
import { personIn, placeIn, placeOf } from './person-of.ts';

/**
 * One entry of `/oncalls`: on each service that its escalation policy names (`include[]=escalation_policies`), else on its schedule.
 * Who stands in a policy without a schedule is on call at all times: that is good for a month, until it is asked for again.
 */
export function readShift(shift: Shape, notes: Notes, { now }: Telling): void {
  const actor = personIn(shift, 'user', notes);
  const schedule = placeIn(shift, 'schedule', notes);
  const services = shapesIn(shapeIn(shift, 'escalation_policy'), 'services').flatMap((one) => placeOf(one, 'service', notes) ?? []);
  const places = services.length > 0 ? services : schedule === undefined ? [] : [schedule];
  if (actor === undefined || places.length === 0) return notes.skip('on call', 'it does not say who or for what');
  const [from, until] = [momentIn(shift, 'start'), momentIn(shift, 'end')];
  const level = countIn(shift, 'escalation_level');
  const at = from ?? now;
  for (const place of places)
    notes.tell('on-shift', {
      reference: `on-shift:${place}:${level ?? 1}/${actor}${from === undefined ? `@${monthOf(now)}` : near(from)}`,
      at,
      until: until ?? at + LEASE,
      actor,
      place,
      detail: { level },
    });
}
