import { type Join, stateBefore } from '#core/joins/join-rules.ts';
import type { JoinWishes } from '#core/joins/join-words.ts';
import { lastPart, thingKey } from './names-of-things.ts';

/** A document that may say what to do: its item, and what it says it is about. */
export interface RunbookSeen {
  readonly item: string;
  readonly path: string | undefined;
  readonly about: readonly string[];
}

/** An alert by its name, with the addresses of runbooks that came with it. */
export interface AlertSeen {
  readonly alert: string;
  readonly addresses: readonly string[];
}

export interface RunbooksJoined {
  /** Item of the document, or the address where none that is known lies there, by name of the alert. */
  readonly runbookOf: ReadonlyMap<string, string>;
  readonly joins: readonly Join[];
}

/** Which document says what to do about which alert: as somebody said, by the address in the alert, by what the document is about, by the file's name. */
export function joinRunbooks(
  alerts: readonly AlertSeen[],
  runbooks: readonly RunbookSeen[],
  { same, different }: JoinWishes,
): RunbooksJoined {
  const said = new Map(same.filter(({ kind }) => kind === 'runbook').map(({ from, to }) => [from, to]));
  const refused = new Set(different.filter(({ kind }) => kind === 'runbook').map(({ from, to }) => `${from}\n${to}`));
  const about = firstBy(runbooks, (one) => one.about.map(thingKey));
  const named = firstBy(runbooks, ({ path, item }) => [thingKey(withoutEnding(lastPart(path ?? item)))]);
  const joins: Join[] = [];
  const runbookOf = new Map<string, string>();
  for (const { alert, addresses } of alerts.toSorted((a, b) => (a.alert < b.alert ? -1 : 1))) {
    const from = `alert:${alert}`;
    const found = [
      { to: said.get(from), rule: 'said' as const },
      ...addresses.map((address) => ({ to: documentAt(runbooks, address) ?? address, rule: 'address in the alert' as const })),
      { to: about.get(thingKey(alert)), rule: 'about the alert' as const },
      { to: named.get(thingKey(alert)), rule: 'file called like the alert' as const },
    ].find(({ to }) => to !== undefined && !refused.has(`${from}\n${to}`));
    if (found === undefined) continue;
    runbookOf.set(alert, found.to!);
    joins.push({
      kind: 'runbook',
      from,
      to: found.to!,
      rule: found.rule,
      state: found.rule === 'said' ? 'confirmed' : stateBefore(found.rule),
    });
  }
  const rejected = different
    .filter(({ kind }) => kind === 'runbook')
    .map(({ from, to }): Join => ({ kind: 'runbook', from, to, rule: 'said', state: 'rejected' }));
  return { runbookOf, joins: [...joins, ...rejected] };
}

/** An address that ends in the path of a document, as forges show files. */
function documentAt(runbooks: readonly RunbookSeen[], address: string): string | undefined {
  const bare = address.replace(/[?#].*$/, '');
  return runbooks.find(({ path }) => path !== undefined && path.includes('/') && bare.endsWith(`/${path}`))?.item;
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z]{1,5}$/i, '');
}

/** A key that two documents have means neither. */
function firstBy(runbooks: readonly RunbookSeen[], keysOf: (one: RunbookSeen) => readonly string[]): ReadonlyMap<string, string> {
  const keyed = runbooks.flatMap((one) => keysOf(one).map((key) => [key, one.item] as const));
  return new Map(
    [...Map.groupBy(keyed, ([key]) => key)].flatMap(([key, all]) =>
      key !== '' && new Set(all.map(([, item]) => item)).size === 1 ? [[key, all[0]![1]] as const] : [],
    ),
  );
}
