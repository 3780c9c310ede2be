import { DAY, dateOf } from '#core/terms/moment.ts';
import type { ScenarioInput } from '#core/weights/node-weights.ts';
import type { WeighInput } from '#core/weights/weigh.ts';

/** What the server is asked, as addresses. Dates travel as people write them; whoever is away is the one who asks. */
export interface SourcePaths {
  readonly board: string;
  readonly answer: (question: string, input: unknown, at: number | null) => string;
  readonly weights: (asked: WeighInput, at: number | null) => string;
}

export function sourcePaths(source: string): SourcePaths {
  const root = `/api/sources/${encodeURIComponent(source)}`;
  return {
    board: `${root}/answers/board`,
    answer: (question, input, at) => `${root}/answers/${question}${queryOf([...wordsOf(input), ...dateOfMoment(at)])}`,
    weights: ({ colour, scenario }, at) =>
      `${root}/answers/weights${queryOf([['colour', colour], ...daysOfScenario(scenario), ...dateOfMoment(at)])}`,
  };
}

type Words = readonly (readonly [string, string])[];

/** Moments of an input are days there; rows of people can only be the one who asks. */
function wordsOf(input: unknown): Words {
  return Object.entries(input as Readonly<Record<string, unknown>>).flatMap(([key, value]): Words => {
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return [];
    if (key === 'people') return [['me', 'true']];
    if ((key === 'from' || key === 'to') && typeof value === 'number') return [[key, dateOf(value)]];
    return [value].flat().map((one) => [key, `${one as string | number | boolean}`] as const);
  });
}

/** The page knows the end of a day as a moment; the server is told the day. */
function dateOfMoment(at: number | null): Words {
  return at === null ? [] : [['at', dateOf(at - DAY)]];
}

function daysOfScenario(scenario: ScenarioInput | null): Words {
  if (scenario === null) return [];
  const { people, from, to, kind } = scenario;
  return [
    ['without', people.length === 0 ? 'nobody' : 'me'],
    ['from', dateOf(from)],
    ['to', dateOf(to - 1)],
    ['kind', kind],
  ];
}

function queryOf(words: Words): string {
  return words.length === 0 ? '' : `?${new URLSearchParams(words.map(([key, value]) => [key, value])).toString()}`;
}
