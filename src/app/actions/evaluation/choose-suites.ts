import { csvRows } from '#core/evaluation/csv-rows.ts';
import type { DataFile, Suite } from '#core/evaluation/suite.ts';
import { SUITES } from '#core/suites/suites.ts';
import type { NotJudged } from '#core/terms/answer.ts';
import { listed } from '#core/terms/figures.ts';
import { nearest } from '#core/terms/nearest.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { SuiteAsked } from './evaluate.ts';

export interface Choice {
  readonly asked: readonly SuiteAsked[];
  /** Suites without the data they need. */
  readonly unjudged: readonly NotJudged[];
}

/** The suites named, all where none is; each with the first data file that has its columns. A file that fits none is refused. */
export function chooseSuites(names: readonly string[], files: readonly DataFile[]): Choice {
  const suites = names.length === 0 ? SUITES : [...new Set(names)].map(suiteNamed);
  for (const file of files) if (!suites.some((suite) => fits(file, suite))) throw unfit(file, suites);
  const told = suites.map((suite) => ({ suite, data: suite.columns === undefined ? undefined : files.find((file) => fits(file, suite)) }));
  const lacks = ({ suite, data }: (typeof told)[number]): boolean =>
    suite.columns !== undefined && suite.dataIsOptional !== true && data === undefined;
  return { asked: told.filter((one) => !lacks(one)), unjudged: told.filter(lacks).map(({ suite }) => withoutData(suite)) };
}

/** A suite that found nothing to judge in the repositories given. */
export function withoutRepositories({ name, repositories }: Suite<unknown>): NotJudged {
  const needs = {
    none: 'a row that it can read',
    some: 'a repository whose history is long enough',
    named: 'a repository whose history holds the commits that its data names',
  };
  const remedy = {
    none: 'Check the rows of its data file.',
    some: 'Give repositories: `--repo PATH`, as often as you like.',
    named: 'Clone the repositories that the data names and give each with `--repo PATH`.',
  };
  return { facet: 'suite', what: name, why: `It needs ${needs[repositories]}, and none was given.`, remedy: remedy[repositories] };
}

function suiteNamed(name: string): Suite<unknown> {
  const known = SUITES.map((suite) => suite.name);
  const suite = SUITES.find((one) => one.name === name);
  if (suite !== undefined) return suite;
  const meant = nearest(name, known, 1)[0];
  throw refusal('unknown-suite', { name, hint: meant ? ` Did you mean "${meant}"?` : '', known: known.join(', ') });
}

function withoutData({ name, columns = [] }: Suite<unknown>): NotJudged {
  const remedy = `Give a comma-separated file with the columns ${listed(columns)}: \`understudy evaluate ${name} --data FILE\`.`;
  return { facet: 'suite', what: name, why: 'It needs labelled data, and no file with its columns was given.', remedy };
}

function fits(file: DataFile, suite: Suite<unknown>): boolean {
  return suite.columns !== undefined && missingIn(file, suite).length === 0;
}

function missingIn(file: DataFile, { columns = [] }: Suite<unknown>): readonly string[] {
  const has = new Set(Object.keys(csvRows(file.text.split('\n', 2).join('\n').concat('\nx'))[0] ?? {}));
  return columns.filter((column) => !has.has(column));
}

/** Refuses a file by the suite that it comes closest to. */
function unfit(file: DataFile, suites: readonly Suite<unknown>[]) {
  const takers = suites.filter(({ columns }) => columns !== undefined);
  const [closest] = takers.toSorted((a, b) => missingIn(file, a).length - missingIn(file, b).length);
  if (closest === undefined)
    return refusal('unknown-option', { problem: `${listed(suites.map(({ name }) => name))} takes no data file.`, verb: 'evaluate' });
  return refusal('data-columns', {
    path: file.name,
    suites: closest.name,
    missing: missingIn(file, closest).join(', '),
    needed: closest.columns!.join(','),
  });
}
