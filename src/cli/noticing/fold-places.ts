import {
  changeOf,
  changesWords,
  type Foldable,
  foldedSignals,
  placesWords,
  type Silenced,
  silencedWords,
  type SignalFamily,
  statesWords,
} from '#contract/operations/signals/folded-signals.ts';
import type { Answer, Row } from '#core/terms/answer.ts';

/** What is read of an answer about signals to fold it. */
interface SignalsSaid {
  readonly families: readonly SignalFamily[];
  readonly changedSince: string | null;
}
type SignalsAnswer<Value extends SignalsSaid> = Answer<Value, Row & Foldable & Silenced & { readonly signal: string }>;

/** Named in a cell before the rest is counted. */
const NAMED = 6;

/** The same answer with one row for each pattern, however many places it speaks of: for reading, never for programs. */
export function foldPlaces<Value extends SignalsSaid>(answer: SignalsAnswer<Value>): Answer<Value> {
  const patterns = foldedSignals(answer.rows, answer.value.families).flatMap((family) => family.patterns);
  if (patterns.length === answer.rows.length) return answer;
  const rows = patterns.map(({ pattern, places }) => ({
    signal: pattern.name,
    kind: pattern.kind,
    count: places.length,
    states: statesWords(places),
    places: placesWords(places, NAMED),
    helps: pattern.helps,
  }));
  return { ...answer, rows, columns: COLUMNS, reading: `${answer.reading} ${HOW}` };
}

const HOW = 'One row for each pattern: `understudy signals ID` tells its places.';

/** The same answer; its sentence also says what is other than at the look of a day ago, and which limits silence anything. */
export function withChanges<Value extends SignalsSaid>(answer: SignalsAnswer<Value>): SignalsAnswer<Value> {
  const [words, { changedSince }] = [changesWords(answer.rows), answer.value];
  if (words === '' || changedSince === null) return answer;
  const silenced = new Set(answer.rows.filter((row) => changeOf(row) === 'silenced').map((row) => `${row.signal}: ${silencedWords(row)!}`));
  const reading = [answer.reading, `Since the look of ${minuteOf(changedSince)}: ${words}.`, ...silenced].join(' ');
  return { ...answer, reading };
}

function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

const COLUMNS: Answer['columns'] = [
  { key: 'signal', label: 'Signal', kind: 'text', wraps: true, meaning: 'What the pattern is called.' },
  { key: 'kind', label: 'Id', kind: 'text', meaning: 'The word that tells its places: understudy signals ID.' },
  { key: 'count', label: 'Places', kind: 'count', meaning: 'Areas and teams that it speaks of.' },
  { key: 'states', label: 'States', kind: 'text', meaning: 'How many of them are open, came back, are explained, acted on or cleared.' },
  { key: 'places', label: 'Where', kind: 'text', wraps: true, meaning: 'The places, in the order of areas.' },
  { key: 'helps', label: 'What helps', kind: 'text', wraps: true, meaning: 'The practice that it leads to.', detail: true },
];
