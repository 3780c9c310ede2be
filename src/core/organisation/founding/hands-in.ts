import { DAY, type Moment } from '#core/terms/moment.ts';
import type { Cast, Company, InventedArea } from './company.ts';

/** Whether those who know an area are busy elsewhere by now, and leave it to whoever comes by. */
export function isLeft({ window }: Pick<Company, 'window'>, { habits }: Pick<InventedArea, 'habits'>, at: Moment): boolean {
  return at >= window.to - habits.leftDays * DAY;
}

/** Who does what there is to do in an area: those who work there, or, since they left it, members of all other teams. */
export function handsIn(company: Company, area: InventedArea, at: Moment): readonly Cast[] {
  return isLeft(company, area, at) ? strangersTo(company, area) : area.people;
}

/** Engineers of the other teams. */
export function strangersTo({ people }: Pick<Company, 'people'>, area: Pick<InventedArea, 'team'>): readonly Cast[] {
  return people.flatMap(({ role, team }, who) => (role === 'member' && team !== area.team ? [who] : []));
}
