import { drawFrom } from '#core/chance/draw.ts';
import { type AwayTable, present } from '#core/organisation/away.ts';
import { bornAt, type Company } from '#core/organisation/founding/company.ts';
import { handsIn } from '#core/organisation/founding/hands-in.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import type { InventedDeployment } from '#core/organisation/organisation.ts';
import { atWork, chosen, workingDays } from '#core/organisation/working-time.ts';
import { DAY } from '#core/terms/moment.ts';

/** Roll-outs of an area on a working day. */
const A_DAY = 0.25;

/** What was rolled out when, by somebody who works there. */
export function drawDeployments(company: Company, at: number, absences: AwayTable): readonly InventedDeployment[] {
  const area = company.areas[at]!;
  const draw = drawFrom(seedOf(company.seed, `deployments/${area.slug}`));
  const { from, to } = { from: bornAt(company, area), to: company.window.to - DAY };
  return workingDays({ from, to }).flatMap((day) =>
    Array.from({ length: draw.poisson(A_DAY * (day > to - 28 * DAY ? area.habits.rush : 1)) }, () => {
      const person = chosen(present(absences, handsIn(company, area, day), day), draw);
      return { area: at, at: atWork(day, company.people[person]!.zone, draw), person };
    }),
  );
}
