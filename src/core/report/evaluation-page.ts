import type { NotJudged } from '#core/terms/answer.ts';
import type { EvaluationRecord, EvaluationRun } from '#core/terms/evaluation-record.ts';
import { counted, listed, scoreOf, scoreWithBand } from '#core/terms/figures.ts';
import { type Bar, type Figure, isHeld, type SuiteReport } from '#core/terms/suite-report.ts';
import { visible } from './visible.ts';

/** docs/evaluation.md from its twin in JSON, word for word: nothing in it is written by hand. */
export function writeEvaluationPage(record: EvaluationRecord): string {
  return [
    ...opening(record),
    ...summary(record.reports),
    ...record.reports.flatMap(suiteSection),
    ...unjudgedSection(record),
    ...sources(record),
    '',
  ].join('\n');
}

/** Where the picture of a plot lies beside the page. */
export function plotFile(suite: string, key: string): string {
  return `evaluation/${key.startsWith(suite) ? key : `${suite}-${key}`}.svg`;
}

function opening({ on, version, seed, data, heads, earlier = [] }: EvaluationRecord): readonly string[] {
  return [
    '# How often is it right?',
    '',
    `<!-- Written by \`understudy evaluate --write\` from evaluation.json beside it. Do not edit. -->`,
    '',
    `Run on ${on} with Understudy ${version}, seed ${seed}, on ${counted(heads.length, 'repository', 'repositories')} and ${counted(data.length, 'data file')}; the last section lists them. [The guide](guide/evaluate.md) says how to run it again on these or on your own.`,
    '',
    ...earlier.flatMap((run) => [notRunAgain(run), '']),
    'Everywhere, what is judged knew nothing of what came after the moment it is asked about, people included; trivial answers stand beside ours, measured on the same cases; intervals hold 95 %, over projects where there are several. Figures are published as they come, failures too.',
    '',
    'What none of this shows: that a project would fail. No valid public set of such outcomes exists. A concentration of knowledge is an exposure, not a fault.',
    '',
  ];
}

function notRunAgain({ suites, on, version, seed, heads, data }: EvaluationRun): string {
  const sources = `${counted(heads.length, 'repository', 'repositories')} and ${counted(data.length, 'data file')}`;
  return `Not run again: ${listed(suites)}, as found on ${on} with Understudy ${version}, seed ${seed}, on ${sources}.`;
}

function summary(reports: readonly SuiteReport[]): readonly string[] {
  const rows = reports.map(({ suite, reading, bars }) => `| [${suite}](#${suite}) | ${cell(reading)} | ${barsInShort(bars)} |`);
  return ['| suite | finding | bounds |', '|---|---|---|', ...rows, ''];
}

function barsInShort(bars: readonly Bar[]): string {
  if (bars.length === 0) return 'none judged';
  const said = (['gate', 'aim'] as const).map((kind) => {
    const own = bars.filter((bar) => bar.kind === kind);
    return own.length === 0 ? '' : `${own.filter(isHeld).length} of ${counted(own.length, kind)} held`;
  });
  return said.filter(Boolean).join(', ');
}

function suiteSection(report: SuiteReport): readonly string[] {
  const { suite, reading, plots, negative, method } = report;
  return [
    `## ${suite}`,
    '',
    `**${line(reading)}**`,
    '',
    ...plots.flatMap(({ key, title, says }) => [`![${cell(title)}](${plotFile(suite, key)})`, '', line(says), '']),
    ...figuresTable(report),
    ...barsTable(report.bars),
    ...points('How it was measured', method),
    ...points('Where it fails, and what was tried', negative),
    ...points(
      'Left out',
      report.leftOut.map(({ what, count, unit, why }) => `${what}: ${count} ${unit}. ${why}`),
    ),
    ...points('Not judged', notJudgedPoints(report.notJudged)),
  ];
}

/** Figures that the same ones answered share a table: a row for each of them, ours first and in bold, a column for each figure. */
function figuresTable({ figures }: SuiteReport): readonly string[] {
  const groups = [...Map.groupBy(figures, ({ over = '' }) => over)];
  return groups.flatMap(([over, group]) => {
    const heading = groups.length > 1 && over !== '' ? [`Over ${line(over)}:`, ''] : [];
    const waysOf = (name: string): string =>
      JSON.stringify([...new Set(group.filter((one) => one.name === name).map(({ by }) => by))].toSorted());
    const tables = [...Map.groupBy(group, ({ name }) => waysOf(name)).values()];
    return [...heading, ...tables.flatMap(oneTable)];
  });
}

function oneTable(group: readonly Figure[]): readonly string[] {
  const names = [...new Set(group.map(({ name }) => name))];
  const ways = [...new Set(group.toSorted((a, b) => Number(b.ours) - Number(a.ours)).map(({ by }) => by))];
  const head = names.map((name) => `${name} ${group.find((figure) => figure.name === name)!.better === 'higher' ? '↑' : '↓'}`);
  return [
    `| by | cases | ${head.join(' | ')} |`,
    `|---|---:|${names.map(() => '---:|').join('')}`,
    ...ways.map((by) => wayRow(by, names, group)),
    '',
  ];
}

function wayRow(by: string, names: readonly string[], group: readonly Figure[]): string {
  const own = group.filter((figure) => figure.by === by);
  const strong = own.some(({ ours }) => ours) ? '**' : '';
  const cells = names.map((name) => {
    const figure = own.find((one) => one.name === name);
    return figure === undefined ? '–' : scoreWithBand(figure.estimate);
  });
  const cases = own.find(({ estimate }) => estimate.n !== undefined)?.estimate.n;
  return `| ${strong}${cell(by)}${strong} | ${cases ?? '–'} | ${cells.join(' | ')} |`;
}

function barsTable(bars: readonly Bar[]): readonly string[] {
  if (bars.length === 0) return [];
  const rows = bars.map(
    (bar) =>
      `| ${bar.kind} | ${cell(bar.says)} | ${scoreOf(bar.measured)} | ${isHeld(bar) ? 'held' : '**missed**'} | ${cell(bar.why ?? '')} |`,
  );
  return ['| bound | says | measured | | why it is where it is |', '|---|---|---:|---|---|', ...rows, ''];
}

function points(title: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [`${title}:`, '', ...sentences.map((sentence) => `- ${line(sentence)}`), ''];
}

/** What lacks the same thing shares a line. */
function notJudgedPoints(all: readonly NotJudged[]): readonly string[] {
  const groups = Map.groupBy(all, ({ why, remedy }) => `${why} ${remedy}`);
  return [...groups].map(([lack, own]) => `${listed(own.map(({ what }) => what))}: ${lack}`);
}

function unjudgedSection({ unjudged }: EvaluationRecord): readonly string[] {
  return points(`Not asked, because something was missing: ${listed(unjudged.map(({ what }) => what))}`, notJudgedPoints(unjudged));
}

function sources({ heads, data, earlier = [] }: EvaluationRecord): readonly string[] {
  return [
    '## Repositories and data',
    '',
    ...sourceTables({ heads, data }),
    ...earlier.flatMap((run) => ['', `Of ${listed(run.suites)}:`, '', ...sourceTables(run)]),
  ];
}

function sourceTables({ heads, data }: Pick<EvaluationRun, 'heads' | 'data'>): readonly string[] {
  return [
    '| repository | commit |',
    '|---|---|',
    ...heads.map(({ repository, head }) => `| ${cell(repository)} | \`${head}\` |`),
    '',
    '| data | SHA-256 |',
    '|---|---|',
    ...data.map(({ name, sha256 }) => `| ${cell(name)} | \`${sha256}\` |`),
  ];
}

function cell(text: string): string {
  return line(text).replaceAll('|', String.raw`\|`);
}

/** Nothing of a repository can open a tag or a link. */
function line(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('](', '] (');
}
