import { drawFrom } from '#core/chance/draw.ts';
import type { Company } from '#core/organisation/founding/company.ts';
import type { InventedRecognition } from '#core/organisation/organisation.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { atWork, chosen, workingDays } from '#core/organisation/working-time.ts';

/** Times a team is heard saying thank you on a working day: about one a month. */
const A_DAY = 12 / 260;
const OTHERWISE = ['prevention', 'sharing', 'sharing', 'delivery'] as const;

/** What people were thanked for. */
export function drawRecognitions(company: Company): readonly InventedRecognition[] {
  return company.teams.flatMap((team) => {
    const draw = drawFrom(seedOf(company.seed, `recognitions/${team.slug}`));
    return workingDays(company.window).flatMap((day) =>
      Array.from({ length: draw.poisson(A_DAY) }, (): InventedRecognition => {
        const what = draw.uniform() < team.habits.thanksForSaves ? 'save' : chosen(OTHERWISE, draw);
        const toTeam = what !== 'save' && draw.uniform() < 0.5;
        return { at: atWork(day, 60, draw), person: toTeam ? null : chosen(team.members, draw), team: toTeam ? team.slug : null, what };
      }),
    );
  });
}
