import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { changeOf, daysAgo, issueOf, NOW, personOf, sceneOf, workOf } from './scene.ts';

/** Who they are: 0 and 1 work in area 0, 2 leads without working there, 3 is from elsewhere, 4 leads and works there, 5 is an agent; more are from nowhere. */
const PEOPLE = Array.from({ length: 30 }, (_, id) =>
  personOf({
    id,
    kind: id === 5 ? 'agent' : 'human',
    leads: id === 2 || id === 4 ? [{ from: daysAgo(900), to: NOW, layer: 1, team: null }] : [],
  }),
);

/** People 0, 1 and 4 work in area 0 every fortnight, person 3 in area 1. */
const WORK = workOf(
  Array.from({ length: 52 }, (_, i) => [
    ...[0, 1, 4].map((person) => ({ at: daysAgo(14 * i + 2), person, area: 0 })),
    { at: daysAgo(14 * i + 2), person: 3, area: 1 },
  ]).flat(),
);

/** Fixes of area 0, the latest nine days ago, one every eight days: each closes an issue that person 1 held. */
export function fixes(
  authors: readonly number[],
  over: (openedAt: Moment, i: number) => Partial<ChangeCase> = () => ({}),
): readonly ChangeCase[] {
  return authors.map((author, i) => {
    const openedAt = daysAgo(10 + 8 * i);
    return changeOf({
      item: `fix-${authors.length}-${i}`,
      author,
      openedAt,
      mergedAt: openedAt + DAY,
      mergedBy: author,
      agent: author === 5,
      ...over(openedAt, i),
    });
  });
}

/** Each change closes an issue that `holder` had taken before. */
export function landingScene(changes: readonly ChangeCase[], over: Partial<Scene> = {}, holder = 1): Scene {
  const issues = changes.map(({ item, openedAt, areas }) =>
    issueOf({
      item: `issue-${item}`,
      openedAt: openedAt - 9 * DAY,
      area: areas[0]!,
      byChange: item,
      holders: [{ at: openedAt - 8 * DAY, person: holder }],
    }),
  );
  return sceneOf({ people: PEOPLE, work: WORK, changes, issues, ...over });
}

export function times(count: number, person: number): readonly number[] {
  return Array.from({ length: count }, () => person);
}
