/**
 * The published self-ratings in the columns that `understudy evaluate calibration --data` takes:
 *
 *   node --conditions=understudy-source scripts/published-labels.ts oracle-info.csv [--without labels.csv] > all.csv
 *
 * `oracle-info.csv` is data/oracle-info.csv of gavelino/authorship-data: semicolons, decimal commas, TRUE and FALSE. `--without` leaves
 * out rows that another file in our columns holds, so that what was never fitted can be asked about alone.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { csvRows } from '#core/evaluation/csv-rows.ts';

/** Our column → theirs. */
const COLUMNS = {
  system: 'system',
  self_rated_knowledge_1to5: 'dev_answer',
  doa_norm: 'doaValue',
  commit_norm: 'commitValue',
  blame_norm: 'blameValue',
  first_author: 'isFA',
  DL_deliveries: 'DE',
  AC_others_changes: 'AC',
  file_commits: 'nCommits',
  loc: 'LOC',
  days_since_last_commit: 'daysLastCommit',
  commits_after: 'nComAfter',
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

const { values, positionals } = parseArgs({ options: { without: { type: 'string' } }, allowPositionals: true });
const published = readFileSync(positionals[0]!, 'utf8').replaceAll(',', '.').replaceAll(';', ',');
const rows = csvRows(published).map((row) => NAMES.map((name) => plain(row[COLUMNS[name]]!)).join(','));
const known = values.without === undefined ? [] : csvRows(readFileSync(values.without, 'utf8'));
const left = new Map<string, number>();
for (const row of known) {
  const key = keyOf(NAMES.map((name) => row[name] ?? '').join(','));
  left.set(key, (left.get(key) ?? 0) + 1);
}
const kept = rows.filter((row) => {
  const count = left.get(keyOf(row)) ?? 0;
  left.set(keyOf(row), count - 1);
  return count <= 0;
});
process.stdout.write(`${[NAMES.join(','), ...kept].join('\n')}\n`);
process.stderr.write(`${kept.length} of ${rows.length} rows\n`);

function plain(cell: string): string {
  return cell === 'TRUE' ? '1' : cell === 'FALSE' ? '0' : cell;
}

/** One row as figures, whatever zeros it is written with. */
function keyOf(row: string): string {
  return row
    .split(',')
    .map((cell, i) => (i === 0 ? cell : Number(cell).toPrecision(4)))
    .join(',');
}
