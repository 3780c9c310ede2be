/** What is told of a kind of signal, whatever it speaks of. */
export interface SignalPattern {
  readonly kind: string;
  readonly name: string;
  /** Of the four questions of the system the one that it speaks to. */
  readonly question: string | null;
  readonly asks: string;
  readonly helps: string;
  /** When it speaks. */
  readonly speaks: string;
  /** Whether the team has set that itself. */
  readonly isOwn: boolean;
}

export interface SignalFamily {
  readonly id: string;
  readonly name: string;
  readonly patterns: readonly SignalPattern[];
}

/** What folding looks at; the rest of a row comes along. */
export interface Foldable {
  readonly kind: string;
  readonly about: string;
  readonly state: string;
  readonly was: string | null;
}

/** A pattern, and every place that it speaks of, in the order in which they were told. */
export interface FoldedPattern<Row> {
  readonly pattern: SignalPattern;
  readonly places: readonly Row[];
}

export interface FoldedFamily<Row> {
  readonly family: Pick<SignalFamily, 'id' | 'name'>;
  readonly count: number;
  readonly patterns: readonly FoldedPattern<Row>[];
}

/** Rows by family and pattern, so that one that speaks of many places is one line; never by person, whom no row knows. */
export function foldedSignals<Row extends Foldable>(rows: readonly Row[], families: readonly SignalFamily[]): readonly FoldedFamily<Row>[] {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  return families
    .map(({ patterns: all, ...family }) => {
      const patterns = all.flatMap((pattern) => {
        const places = byKind.get(pattern.kind) ?? [];
        return places.length === 0 ? [] : [{ pattern, places }];
      });
      return { family, count: patterns.reduce((sum, { places }) => sum + places.length, 0), patterns };
    })
    .filter(({ count }) => count > 0);
}

/** `4 open, 1 came back`: how many places stand how, in the order of states. */
export function statesWords(rows: readonly Pick<Foldable, 'state'>[]): string {
  const counts = Object.keys(STATE_WORDS).map((state) => [state, rows.filter((row) => row.state === state).length] as const);
  return counts
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${STATE_WORDS[state]!}`)
    .join(', ');
}

/** States as people read them, in their order. */
export const STATE_WORDS: Readonly<Record<string, string>> = {
  open: 'open',
  recurring: 'came back',
  acted: 'acted on',
  explained: 'explained',
  silenced: 'silenced by a limit',
  cleared: 'cleared',
  quiet: 'not raised',
};

/** Kinds of change, in the order in which they are told. */
export const CHANGE_WORDS = {
  new: 'New',
  back: 'Came back',
  again: 'Open again',
  acted: 'Acted on',
  explained: 'Explained',
  silenced: 'Silenced by a limit',
  cleared: 'Cleared',
} as const;
export type ChangeKind = keyof typeof CHANGE_WORDS;

/** What became of a signal since changes are counted; null: nothing. */
export function changeOf({ state, was }: Pick<Foldable, 'state' | 'was'>): ChangeKind | null {
  if (was === null || was === state || state === 'quiet') return null;
  if (state === 'open') return was === 'quiet' || was === 'cleared' ? 'new' : 'again';
  return state === 'recurring' ? 'back' : (state as ChangeKind);
}

/** What changed, kind by kind, folded as everything else. */
export function changedSignals<Row extends Foldable>(
  rows: readonly Row[],
  families: readonly SignalFamily[],
): readonly { readonly change: ChangeKind; readonly count: number; readonly patterns: readonly FoldedPattern<Row>[] }[] {
  return (Object.keys(CHANGE_WORDS) as ChangeKind[]).flatMap((change) => {
    const of = rows.filter((row) => changeOf(row) === change);
    const patterns = foldedSignals(of, families).flatMap((family) => family.patterns);
    return of.length === 0 ? [] : [{ change, count: of.length, patterns }];
  });
}

/** `3 new, 1 cleared`; nothing where nothing changed. */
export function changesWords(rows: readonly Foldable[]): string {
  const changes = Object.groupBy(rows, (row) => changeOf(row) ?? 'none');
  return (Object.keys(CHANGE_WORDS) as ChangeKind[])
    .flatMap((change) => (changes[change] === undefined ? [] : [`${changes[change].length} ${CHANGE_WORDS[change].toLowerCase()}`]))
    .join(', ');
}

/** What somebody wants to see of all rows. */
export interface SignalsWanted {
  /** One state; default: all of them. */
  readonly state?: string | undefined;
  /** Words that the name of the area or team has in it, in any order. */
  readonly find?: string | undefined;
  /** One of the four questions of the system. */
  readonly question?: string | undefined;
}

export function wantedSignals<Row extends Foldable>(
  rows: readonly Row[],
  families: readonly SignalFamily[],
  { state, find = '', question }: SignalsWanted,
): readonly Row[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = new Set(families.flatMap(({ patterns }) => patterns.filter((one) => one.question === question).map(({ kind }) => kind)));
  return rows.filter(
    (row) =>
      (state === undefined || row.state === state) &&
      words.every((word) => placeName(row.about).toLowerCase().includes(word)) &&
      (question === undefined || kinds.has(row.kind)),
  );
}

/** `whole` is no place that people would search for. */
export function placeName(about: string): string {
  return about === 'whole' ? 'The whole' : about;
}

/** `The whole, billing, checkout and 13 more`, in the order in which they were told. */
export function placesWords(places: readonly Pick<Foldable, 'about'>[], named: number): string {
  const names = places.map(({ about }) => placeName(about));
  const rest = names.length - named;
  return rest <= 1 ? names.join(', ') : `${names.slice(0, named).join(', ')} and ${rest} more`;
}

/** What is told of limits that silence a signal. */
export interface Silenced {
  readonly limitsBefore: string | null;
  readonly limitsChanged: string | null;
  readonly limitsReason: string | null;
  readonly limitsBy: string | null;
}

/** `No longer raised because the limit was changed by … on …: reason.` and under which it still would be; null: no limit silences it. */
export function silencedWords(
  { limitsBefore, limitsChanged, limitsReason, limitsBy }: Silenced,
  nameOf: (account: string) => string = shortKey,
): string | null {
  if (limitsBefore === null || limitsChanged === null) return null;
  const by = limitsBy === null ? ' in the configuration, seen' : ` by ${nameOf(limitsBy)}`;
  const reason = limitsReason === null || limitsReason === '' ? '' : `: ${limitsReason.trim()}`;
  const stop = /[.!?]$/.test(reason) ? '' : '.';
  return `No longer raised because the limit was changed${by} on ${limitsChanged}${reason}${stop} Under the one before (${limitsBefore}) it still would be.`;
}

/** Keys of accounts are long; what is not one stands as it is. */
export function shortKey(account: string): string {
  return /^[0-9a-f-]{36}$/.test(account) ? `account ${account.slice(0, 8)}` : account;
}
