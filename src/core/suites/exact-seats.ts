import type { SeatsWanted } from '#core/reviewing/assign-seats.ts';

/** What is used of the solver. */
interface Solver {
  solve(program: string): { readonly Status: string; readonly ObjectiveValue: number };
}

let solver: Promise<Solver> | undefined;

/** The greatest worth that any way to give the seats can have, by the mixed-integer solver HiGHS. Loaded when it is first asked. */
export async function exactSeats(wanted: SeatsWanted): Promise<number> {
  const program = integerProgram(wanted);
  if (program === undefined) return 0;
  // Its types describe the CommonJS build; what is imported is the module.
  const { default: load } = (await import('highs')) as unknown as { readonly default: () => Promise<Solver> };
  solver ??= load();
  const solution = (await solver).solve(program);
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS ended with ${solution.Status}`);
  return solution.ObjectiveValue;
}

/** One 0–1 variable for each seat and person that is worth anything, in the LP format of CPLEX; undefined where there is none. */
function integerProgram({ changes, roomOf }: SeatsWanted): string | undefined {
  const names: string[] = [];
  const worth: string[] = [];
  const [bySeat, byPerson, byBoth] = [new Map<string, string[]>(), new Map<number, string[]>(), new Map<string, string[]>()];
  const put = <Key>(groups: Map<Key, string[]>, key: Key, name: string): void => void groups.set(key, [...(groups.get(key) ?? []), name]);
  changes.forEach((bids, change) => {
    for (const bid of bids)
      for (const kind of ['knowing', 'learning'] as const) {
        if (bid[kind] <= 0) continue;
        const name = `${kind[0]}${change}p${bid.person}`;
        names.push(name);
        worth.push(`${bid[kind].toFixed(12)} ${name}`);
        put(bySeat, `${kind} ${change}`, name);
        put(byPerson, bid.person, name);
        put(byBoth, `${change} ${bid.person}`, name);
      }
  });
  if (names.length === 0) return undefined;
  const least = (groups: Iterable<readonly string[]>, room: number): readonly string[] =>
    Array.from(groups, (group) => `${group.join(' + ')} <= ${room}`);
  const rooms = [...byPerson].flatMap(([person, group]) => least([group], roomOf(person)));
  const rows = [
    ...least(bySeat.values(), 1),
    ...least(
      [...byBoth.values()].filter(({ length }) => length > 1),
      1,
    ),
    ...rooms,
  ];
  return `Maximize\n ${worth.join('\n + ')}\nSubject To\n ${rows.map((row, at) => `r${at}: ${row}`).join('\n ')}\nBinary\n ${names.join('\n ')}\nEnd\n`;
}
