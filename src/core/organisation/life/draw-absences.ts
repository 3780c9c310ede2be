import { drawFrom } from '#core/chance/draw.ts';
import { DAY } from '#core/terms/moment.ts';
import type { Company } from '#core/organisation/founding/company.ts';
import type { InventedAbsence } from '#core/organisation/organisation.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { chosen, sometime } from '#core/organisation/working-time.ts';

/** Days of a leave, as often as they stand here. */
const LEAVES = [2, 5, 5, 7, 10, 14, 14];

/** About five leaves and two short illnesses a year for everybody. */
export function drawAbsences({ seed, people, window }: Company): readonly InventedAbsence[] {
  return people.flatMap(({ role }, person) => {
    if (role === 'agent') return [];
    const draw = drawFrom(seedOf(seed, `absences/${person}`));
    const leave = Array.from({ length: draw.poisson(9) }, () => ({
      ...from(Math.floor(sometime(window, draw) / DAY) * DAY, chosen(LEAVES, draw)),
      planned: true,
    }));
    const ill = Array.from({ length: draw.poisson(3) }, () => ({
      ...from(Math.floor(sometime(window, draw) / DAY) * DAY, 1 + draw.index(4)),
      planned: false,
    }));
    return [...leave, ...ill].map((one) => ({ ...one, person })).filter(({ to }) => to <= window.to);
  });
}

function from(at: number, days: number): { from: number; to: number } {
  return { from: at, to: at + days * DAY };
}
