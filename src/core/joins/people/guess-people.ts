import { alike } from '#core/identity/merge-identities.ts';
import { rootOf } from '#core/identity/union.ts';
import { isAccountOf, type SomebodyKeys } from './handle-keys.ts';
import type { JoinRule } from '#core/joins/join-rules.ts';
import type { PeopleTable } from './people-table.ts';

/** Two rows that may be one, and why; the left one is of the history where either is. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  readonly rule: JoinRule;
}

/** All guesses that are used, the surest first; whoever takes them one by one joins them before the next are looked for. */
export function* guessEdges(table: PeopleTable): Generator<Edge> {
  yield* sameAccounts(table);
  yield* declared(table);
  yield* sameMails(table);
  yield* sameNames(table);
}

function sameAccounts({ keys, people }: PeopleTable): readonly Edge[] {
  const byLogin = rowsBy(keys, people.length, ({ logins, accounts }, row) => (row < people.length ? accounts.map(loginOf) : logins));
  return [...byLogin.values()].flatMap(({ history, handles }) =>
    handles.flatMap((right) => {
      const { vendor, logins } = keys[right]!;
      const fits = history.filter((row) => keys[row]!.accounts.some((account) => isAccountOf(account, vendor, logins[0]!)));
      return fits.length === 1 ? [{ left: fits[0]!, right, rule: 'same account' as const }] : [];
    }),
  );
}

function loginOf(account: string): string {
  return account.slice(account.search(/[/#]/) + 1);
}

function declared({ handles, people }: PeopleTable): readonly Edge[] {
  const row = new Map<string, number>(handles.map(({ handle }, i) => [handle, people.length + i]));
  return handles.flatMap(({ sameAs }, i) =>
    sameAs.flatMap((other) => {
      const at = row.get(other);
      return at === undefined ? [] : [{ left: at, right: people.length + i, rule: 'declared' as const }];
    }),
  );
}

/** An address that two people of the history use, or two unlike names of one source, says nothing. */
function sameMails({ keys, people }: PeopleTable): readonly Edge[] {
  const groups = [...rowsBy(keys, people.length, ({ mailboxes }) => mailboxes).values()];
  const own = groups.filter(({ history, handles }) => history.length < 2 && !isShared(handles.map((row) => keys[row]!)));
  return own.flatMap(({ history, handles }) => {
    const first = history[0] ?? handles[0]!;
    const rule = history.length === 1 ? 'same e-mail' : 'same e-mail elsewhere';
    return handles.filter((row) => row !== first).map((right) => ({ left: first, right, rule }) as const);
  });
}

function isShared(handles: readonly SomebodyKeys[]): boolean {
  return handles.some((one, i) =>
    handles.slice(i + 1).some((other) => {
      const named = one.names.length > 0 && other.names.length > 0;
      return one.vendor === other.vendor && named && !one.names.some((left) => other.names.some((right) => alike(left, right)));
    }),
  );
}

/** One full name, one bearer in the history and one in each source, and a second sign. */
function sameNames(table: PeopleTable): readonly Edge[] {
  const { keys, people } = table;
  return [...rowsBy(keys, people.length, ({ names }) => names)].flatMap(([, { history, handles }]) => {
    const lone = handles.filter((row) => handles.every((other) => other === row || keys[other]!.vendor !== keys[row]!.vendor));
    if (history.length === 1) return lone.flatMap((right) => edgeOf(table, history[0]!, right));
    if (history.length > 1) return [];
    return lone.slice(1).flatMap((right) => edgeOf(table, lone[0]!, right));
  });
}

/** Nothing is asked of whoever is joined already, or is no match as a bot and a person are: what an account's changes became is long to look up. */
function edgeOf(table: PeopleTable, left: number, right: number): readonly Edge[] {
  const { keys, union } = table;
  if (keys[left]!.kind !== keys[right]!.kind || rootOf(union, left) === rootOf(union, right)) return [];
  const rule = secondSign(table, left, right);
  return rule === undefined ? [] : [{ left, right, rule }];
}

function secondSign({ keys, people, handles, worksIn, wrote }: PeopleTable, left: number, right: number): JoinRule | undefined {
  const [one, other] = [keys[left]!, keys[right]!];
  const seen = handles[right - people.length]!;
  if (left < people.length && wrote(seen.handle).has(left)) return 'same name, same work';
  if (one.logins.some((login) => other.logins.includes(login))) return 'same name, same login';
  if (one.houses.some((house) => other.houses.includes(house))) return 'same name, same house';
  const near = [...seen.repositories].some((repository) =>
    left < people.length ? worksIn(left, repository) : handles[left - people.length]!.repositories.has(repository),
  );
  return near ? 'same name, same place' : undefined;
}

interface Rows {
  readonly history: number[];
  readonly handles: number[];
}

/** Rows under each key that more than one of them has. */
export function rowsBy(
  keys: readonly SomebodyKeys[],
  people: number,
  keysOf: (keys: SomebodyKeys, row: number) => readonly string[],
): ReadonlyMap<string, Rows> {
  const groups = new Map<string, Rows>();
  keys.forEach((one, row) => {
    for (const key of new Set(keysOf(one, row))) {
      const rows = groups.get(key) ?? { history: [], handles: [] };
      (row < people ? rows.history : rows.handles).push(row);
      groups.set(key, rows);
    }
  });
  return new Map([...groups].filter(([, { history, handles }]) => handles.length > 0 && history.length + handles.length > 1));
}
