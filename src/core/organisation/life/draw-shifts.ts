import { drawFrom } from '#core/chance/draw.ts';
import { DAY } from '#core/terms/moment.ts';
import type { Company } from '#core/organisation/founding/company.ts';
import { away, type AwayTable } from '#core/organisation/away.ts';
import type { InventedShift } from '#core/organisation/organisation.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';

const WEEK = 7 * DAY;

/** A weekly rota in each team, in turn; whoever is on leave is stood in for. Where one takes the nights, the week is theirs. */
export function drawShifts({ seed, teams, window }: Company, absences: AwayTable): readonly InventedShift[] {
  return teams.flatMap(({ members, habits }, team) => {
    const draw = drawFrom(seedOf(seed, `shifts/${team}`));
    const shifts: InventedShift[] = [];
    let turn = 0;
    for (let from = Math.ceil(window.from / WEEK) * WEEK; from + WEEK <= window.to; from += WEEK) {
      const takesIt = draw.uniform() < excess(habits.nightsOne, members.length);
      const order = takesIt ? [members[0]!, ...members] : members.map((_, i) => members[(turn + i) % members.length]!);
      turn++;
      shifts.push({ from, to: from + WEEK, team, person: order.find((who) => !away(absences, who, from + WEEK / 2)) ?? order[0]! });
    }
    return shifts;
  });
}

/** What has to be drawn on top of a fair turn for this share. */
function excess(share: number, members: number): number {
  return Math.max(0, (share - 1 / members) / (1 - 1 / members));
}
