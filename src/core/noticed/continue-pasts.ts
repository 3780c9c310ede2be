import { type LookFacts, noticedId } from './noticed.ts';
import type { NoticedPast } from './noticed-now.ts';

/**
 * The past of a team's signal begins under the name that the team had: where a join gives a team another first name, what was found and said under
 * the names before goes on under the new one. A name that was looked at before the join keeps its own past.
 */
export function continuePasts(pasts: readonly NoticedPast[], teams: LookFacts['teams']): readonly NoticedPast[] {
  const others = new Map(teams.flatMap(({ id, places }) => (places === undefined ? [] : [[id, places] as const])));
  if (others.size === 0) return pasts;
  const known = new Map(pasts.map((past) => [past.key, past]));
  return pasts.map((past) => {
    const { signal, area, team } = past.newest ?? { signal: '', area: null, team: null };
    const places = team === null ? [] : (others.get(team) ?? []);
    const before = places
      .flatMap((place) => known.get(noticedId({ signal, area, team: place })) ?? [])
      .filter((one) => firstLook(one) < firstLook(past))
      .toSorted((a, b) => firstLook(a) - firstLook(b));
    return before.length === 0 ? past : oneAfterAnother(before, past);
  });
}

/** The teams of the newest look. */
export function teamsIn({ view }: { readonly view?: string }): LookFacts['teams'] {
  return view === undefined ? [] : (JSON.parse(view) as LookFacts).teams;
}

/** Each until the next one begins. */
function oneAfterAnother(before: readonly NoticedPast[], past: NoticedPast): NoticedPast {
  const all = [...before, past];
  return {
    ...past,
    readings: all.flatMap(({ readings }, i) => readings.filter(({ look }) => all[i + 1] === undefined || look < firstLook(all[i + 1]!))),
    words: all.flatMap(({ words }) => words),
  };
}

function firstLook({ readings }: NoticedPast): number {
  return readings[0]?.look ?? Number.POSITIVE_INFINITY;
}
