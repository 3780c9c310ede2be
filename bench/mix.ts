import type { Asking } from './asking.ts';

type Headers = Readonly<Record<string, string>>;

/** What can be asked about in one repository. */
export interface Places {
  readonly id: string;
  readonly areas: readonly string[];
  readonly paths: readonly string[];
}

export async function placesOf(asking: Asking, id: string, headers: Headers = {}): Promise<Places> {
  const rowsOf = async (question: string): Promise<readonly Readonly<Record<string, string>>[]> =>
    (
      JSON.parse((await asking.ask(`/api/sources/${id}/answers/${question}`, headers)).text) as {
        rows: readonly Readonly<Record<string, string>>[];
      }
    ).rows;
  const [areas, map] = [await rowsOf('areas'), await rowsOf('map?depth=2')];
  return { id, areas: areas.map((row) => row['id']!), paths: map.map(({ path }) => (path === '.' ? '' : path!)) };
}

/** What is asked how often, of a hundred: pages of areas mostly, the long questions now and then. */
const MIX: readonly (readonly [times: number, path: (place: Places, pick: Choose) => string])[] = [
  [18, () => 'overview'],
  [18, () => 'areas'],
  [20, ({ areas }, pick) => `explain?area=${encodeURIComponent(pick(areas))}`],
  [20, ({ paths }, pick) => `who?path=${encodeURIComponent(pick(paths))}`],
  [6, (_, pick) => `away?me=true&days=${pick([7, 14, 21, 28])}`],
  [4, (_, pick) => `map?depth=${pick([1, 2, 3])}`],
  [3, () => 'pairs'],
  [3, () => 'factor'],
  [3, () => 'loss'],
  [2, (_, pick) => `areas?at=${pick(['2024-01-15', '2024-01-20'])}`],
  [1, () => 'leavers'],
  [1, (_, pick) => `trend?months=${pick([6, 12, 24])}`],
];
const LOT = MIX.flatMap(([count, path]) => Array.from({ length: count }, () => path));
type Choose = <T>(among: readonly T[]) => T;

/** The nth request: the same in every run. One of a hundred asks how all stand. */
export function pathOf(n: number, places: readonly Places[]): string {
  let state = (n + 1) * 2_654_435_761;
  const pick: Choose = (among) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) >>> 0) + 1;
    return among[(state >>> 5) % among.length]!;
  };
  if (n % 100 === 99) return '/api/overview';
  const place = pick(places);
  return `/api/sources/${place.id}/answers/${pick(LOT)(place, pick)}`;
}
