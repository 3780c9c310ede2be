import { join, resolve } from 'node:path';
import { chooseSuites } from '#app/actions/evaluation/choose-suites.ts';
import { dataPlace } from '#app/actions/data-place.ts';
import type { StepProgress } from '#app/actions/evaluation/evaluate.ts';
import { type AsideOrder, type EvaluatedAside, evaluateAside } from '#app/actions/evaluation/evaluate-aside.ts';
import { readDataFile } from '#app/actions/evaluation/read-data-file.ts';
import type { ScanProgress } from '#app/actions/scan-progress.ts';
import { answerEvaluate, type Evaluation, missedGates } from '#app/questions/evaluation.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { ANYBODY } from '#core/policy/viewer.ts';
import type { EvaluationRecord } from '#core/terms/evaluation-record.ts';
import { EXIT } from '#cli/exit.ts';
import { refusalText } from '#cli/failure.ts';
import { evaluationLine } from '#cli/asking/evaluation-line.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';
import { buildMark } from '#cli/build-mark.ts';
import { pathsOf } from '#cli/options/paths-of.ts';
import { flagOption, listOption, numberOption, textOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { version } from '#cli/version.ts';

const SEED = { name: '--seed', least: 1, most: 2 ** 31 } as const;

/** Runs suites and answers how often the product was right; a missed gate ends with 1, a suite named but not judged with 3. */
export async function runEvaluate(run: Run): Promise<number> {
  const { options, door, args } = run;
  const files = listOption(options, 'data').map((path) => readDataFile(resolve(door.cwd, path)));
  // What cannot be asked is refused before anything is read.
  chooseSuites(args, files);
  const seed = numberOption(options, 'seed', SEED) ?? 1;
  const order = { ...orderOf(run), names: args, files, seed };
  const found = await withLine(run, (lines) => evaluateAside(order, { ...lines, signal: door.signal }));
  tellRefused(run, found);
  const evaluation = {
    reports: found.reports,
    unjudged: found.unjudged,
    heads: found.entered.map(({ name, head }) => ({ repository: name, head })),
    data: files,
    seed,
    version: version(),
    now: door.now(),
  };
  const folder = textOption(options, 'write');
  if (folder !== undefined) await writeRecord(resolve(door.cwd, folder), evaluation, run);
  writeAnswer(release(answerEvaluate(evaluation), allow(ANYBODY, { question: 'evaluate' })), run);
  return codeOf(evaluation, args);
}

async function writeRecord(folder: string, { reports, unjudged, heads, data, seed, now }: Evaluation, { door, args }: Run): Promise<void> {
  const { writeEvaluation } = await import('#cli/asking/write-evaluation.ts');
  const record: EvaluationRecord = {
    schema: 'understudy/evaluation-record/1',
    on: new Date(now).toISOString().slice(0, 10),
    version: version(),
    seed,
    heads,
    data: data.map(({ name, sha256 }) => ({ name, sha256 })),
    reports,
    unjudged,
  };
  writeEvaluation(folder, record, { some: args.length > 0 });
  door.err.write(`Wrote ${join(folder, 'evaluation.md')}, its twin in JSON and its plots.\n`);
}

function orderOf({ door, options, ...run }: Run): Pick<AsideOrder, 'paths' | 'dataFolder' | 'mark' | 'fresh'> {
  return {
    paths: pathsOf({ door, ...run }),
    dataFolder: dataPlace(door.env),
    mark: buildMark(),
    fresh: flagOption(options, 'fresh'),
  };
}

interface Lines {
  readonly onScan?: (progress: ScanProgress) => void;
  readonly onStep?: (progress: StepProgress) => void;
}

async function withLine<Result>({ door, common }: Run, work: (lines: Lines) => Promise<Result>): Promise<Result> {
  if (common.quiet) return await work({});
  const line = evaluationLine(door.err, door.now);
  try {
    return await work({ onScan: line.scan, onStep: line.step });
  } finally {
    line.end();
  }
}

/** A repository that cannot be read is refused when somebody named it; the folder one stands in need not be one. */
function tellRefused({ common, door }: Run, { refused, entered }: EvaluatedAside): void {
  if (common.repositories.length === 0) return;
  if (entered.length === 0 && refused.length > 0) throw refused[0]!.refusal;
  for (const { refusal } of refused) door.err.write(`${refusalText(refusal)}  It is left out; the other repositories are read.\n`);
}

function codeOf({ reports, unjudged }: Evaluation, named: readonly string[]): number {
  if (missedGates(reports).length > 0) return EXIT.crossed;
  const unanswered = reports.length === 0 || (named.length > 0 && unjudged.length > 0);
  return unanswered ? EXIT.unjudged : EXIT.fine;
}
