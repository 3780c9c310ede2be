import { csvRows } from '#core/evaluation/csv-rows.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { changeLogOdds, linesOf, tracesOf } from '#core/knowledge/own-evidence.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Confirmation } from './refit.ts';

/** What a team says of itself, read against its own history. */
export interface Confirmations {
  readonly all: readonly Confirmation[];
  readonly leftOut: readonly LeftOut[];
}

export interface ConfirmationQuestion {
  readonly text: string;
  readonly evidence: Evidence;
  readonly at: Moment;
  /** Whom a name or an address means; undefined where it is nobody, or several. */
  readonly personOf: (asked: string) => PersonId | undefined;
}

/** Columns of the file; `knows` is yes or no, or a number from 1 to 5 of which 4 and 5 mean yes. */
export const CONFIRMATION_COLUMNS = ['path', 'person', 'knows'] as const;

/** Every row that names a file of the history, a person of it, and an answer; the others are counted by what they lack. */
export function readConfirmations({ text, evidence, at, personOf }: ConfirmationQuestion): Confirmations {
  const files = filesByPath(evidence);
  const tally = tallyPairs(evidence, at);
  const all = new Map<number, Confirmation>();
  const without = new Map<string, number>();
  for (const row of csvRows(text)) {
    const knows = answerOf(row['knows'] ?? '');
    const file = files.get((row['path'] ?? '').trim().replace(/^\.?\//, ''));
    const person = personOf((row['person'] ?? '').trim());
    const pair = file === undefined || person === undefined ? undefined : pairOf(tally, file, person);
    const lack =
      lackOf({ knows, file, person, pair }) ?? (all.has(pair!) ? 'An earlier row answers for the same person and file.' : undefined);
    if (lack === undefined) {
      const logOdds = changeLogOdds(tracesOf(tally, pair!, { lines: linesOf(evidence.files.bytes[file!]!), at }));
      all.set(pair!, { logOdds, knows: knows!, person: person! });
    } else without.set(lack, (without.get(lack) ?? 0) + 1);
  }
  return { all: [...all.values()], leftOut: [...without].map(([why, count]) => ({ what: 'rows of the file', count, unit: 'rows', why })) };
}

function filesByPath({ files }: Evidence): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  files.path.forEach((path, file) => {
    if (files.exclusion[file] === 0 && (files.alive[file] === 1 || !found.has(path))) found.set(path, file);
  });
  return found;
}

function answerOf(text: string): 0 | 1 | undefined {
  const word = text.trim().toLowerCase();
  if (['yes', 'y', 'true'].includes(word)) return 1;
  if (['no', 'n', 'false'].includes(word)) return 0;
  return /^[1-5]$/.test(word) ? (Number(word) >= 4 ? 1 : 0) : undefined;
}

/** The pair of a person who changed the file without AI assistance; who never did has no log-odds of their own to correct. */
function pairOf(tally: ReturnType<typeof tallyPairs>, file: number, person: PersonId): number | undefined {
  for (let pair = tally.start[file]!; pair < tally.start[file + 1]!; pair++)
    if (tally.person[pair] === person) return tally.lastAt[pair] === 0 ? undefined : pair;
  return undefined;
}

interface Found {
  readonly knows: 0 | 1 | undefined;
  readonly file: number | undefined;
  readonly person: PersonId | undefined;
  readonly pair: number | undefined;
}

function lackOf({ knows, file, person, pair }: Found): string | undefined {
  if (knows === undefined) return 'They say neither yes nor no, nor a number from 1 to 5.';
  if (file === undefined) return 'Their path is no counted file of this history.';
  if (person === undefined) return 'Their person is not known here, or several are called so.';
  return pair === undefined ? 'Their person never changed the file by hand, so no trace of it can be corrected.' : undefined;
}
