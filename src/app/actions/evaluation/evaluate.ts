import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { DataFile, Step, Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { csvRows } from '#core/evaluation/csv-rows.ts';
import type { SuiteReport } from '#core/terms/suite-report.ts';
import { OwnReports } from '#store/own-reports.ts';
import { Pieces } from '#store/pieces.ts';
import { type Entered, type Entry, enterRepositories } from './enter-repositories.ts';
import { ProjectOpener } from './open-project.ts';
import type { ScanProgress } from '#app/actions/scan-progress.ts';

/** A suite with the data file that it is asked of, if it needs one. */
export interface SuiteAsked {
  readonly suite: Suite<unknown>;
  readonly data?: DataFile | undefined;
}

export interface EvaluationOrder {
  readonly suites: readonly SuiteAsked[];
  readonly paths: readonly string[];
  readonly dataFolder: string;
  readonly seed: number;
  /** Changes with the code: pieces of other code are not used. */
  readonly mark: string;
  /** Do every step again, whatever is kept. */
  readonly fresh: boolean;
  readonly onScan?: ((progress: ScanProgress) => void) | undefined;
  readonly onStep?: ((progress: StepProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since epoch and since start, from the door. */
  readonly now: () => number;
  readonly clock: () => number;
}

/** How far an evaluation is. */
export interface StepProgress {
  readonly suite: string;
  /** What is worked on now. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Seconds left, by the steps done so far in this run; absent until there is enough to judge by. */
  readonly secondsLeft?: number;
}

export interface Evaluated {
  /** One per suite that had something to judge. */
  readonly reports: readonly SuiteReport[];
  readonly entered: readonly Entered[];
  readonly refused: Entry['refused'];
  /** Suites that found nothing to judge in the repositories given. */
  readonly empty: readonly Suite<unknown>[];
}

/** Runs the steps of suites repository by repository; each finished step is kept, so that an interrupted run goes on. */
export async function evaluate(order: EvaluationOrder): Promise<Evaluated> {
  const { entered, refused } = await enterRepositories({ ...order, commits: commitsNamed(order) });
  const inputs = order.suites.map((asked) => inputOf(asked, entered, order.seed));
  const jobs = order.suites.flatMap(({ suite }, of) =>
    suite.steps(inputs[of]!).map((step) => jobOf({ suite, of, step, entered }, inputs, order)),
  );
  const pieces = await runAll(jobs, order);
  const piecesOf = (of: number): readonly unknown[] => pieces.filter((_, at) => jobs[at]!.of === of);
  const told = order.suites.map(({ suite }, of) => ({ suite, of, pieces: piecesOf(of) }));
  const reports = told.filter((one) => one.pieces.length > 0).map(({ suite, of, pieces: found }) => suite.conclude(found, inputs[of]!));
  keepOwn(order, reports, entered);
  return {
    reports,
    empty: told.filter((one) => one.pieces.length === 0).map(({ suite }) => suite),
    entered,
    refused,
  };
}

/** Remembers what was found on these repositories, so that their page can show it. Suites of data files say nothing about them. */
function keepOwn({ suites, dataFolder, now }: EvaluationOrder, reports: readonly SuiteReport[], entered: readonly Entered[]): void {
  const own = reports.filter(({ suite }) => suites.some((asked) => asked.suite.name === suite && asked.suite.repositories === 'some'));
  if (own.length === 0 || entered.length === 0) return;
  const heads = entered.map(({ name, head }) => ({ repository: name, head }));
  const at = now();
  const kept = new OwnReports(
    dataFolder,
    entered.map(({ key }) => key),
  );
  try {
    for (const report of own) kept.keep({ on: new Date(at).toISOString().slice(0, 10), heads, report }, at);
  } finally {
    kept.close();
  }
}

/** Commits that data files name, for suites that take only repositories which hold them. */
function commitsNamed({ suites }: EvaluationOrder): readonly string[] {
  return suites.flatMap(({ suite, data }) =>
    suite.repositories === 'named' ? csvRows(data?.text ?? '').map((row) => (row['commit'] ?? '').trim().toLowerCase()) : [],
  );
}

function inputOf({ suite, data }: SuiteAsked, entered: readonly Entered[], seed: number): SuiteInput {
  const projects = suite.repositories === 'none' ? [] : entered.map(({ name, head, holds }) => ({ name, head, holds }));
  return { projects, ...(data === undefined ? {} : { data }), seed };
}

/** One step of one suite, with the key under which its piece is kept. */
interface Job {
  readonly of: number;
  readonly suite: Suite<unknown>;
  readonly step: Step<unknown>;
  readonly entered: Entered | undefined;
  readonly key: string;
}

interface Place {
  readonly suite: Suite<unknown>;
  readonly of: number;
  readonly step: Step<unknown>;
  readonly entered: readonly Entered[];
}

function jobOf({ suite, of, step, entered }: Place, inputs: readonly SuiteInput[], { seed, mark }: EvaluationOrder): Job {
  const project = step.project === undefined ? undefined : entered[step.project]!;
  const parts = [
    suite.name,
    suite.version,
    mark,
    step.key,
    step.at,
    seed,
    inputs[of]!.data?.sha256,
    project?.name,
    project?.head,
    project?.overlay,
  ];
  const key = createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex');
  return { of, suite, step, entered: project, key };
}

/** Pieces in the order of the jobs. What is not kept is run grouped by repository, so that each is opened once. */
async function runAll(jobs: readonly Job[], order: EvaluationOrder): Promise<readonly unknown[]> {
  const shelf = new Pieces(order.dataFolder);
  try {
    const found = new Map(jobs.map((job) => [job, order.fresh ? undefined : shelf.kept(job.key)]));
    const waiting = jobs.filter((job) => found.get(job) === undefined);
    const opener = new ProjectOpener({ ...order, onProgress: order.onScan });
    const tell = stepTeller(jobs.length - waiting.length, waiting, order);
    for (const job of byRepository(waiting)) {
      tell(job);
      const json = JSON.stringify(await runJob(job, opener));
      shelf.keep({ key: job.key, json, keptAt: order.now() });
      found.set(job, json);
      // Lets Ctrl-C in between two steps.
      await setImmediate();
      order.signal?.throwIfAborted();
    }
    return jobs.map((job) => JSON.parse(found.get(job)!) as unknown);
  } finally {
    shelf.close();
  }
}

async function runJob({ step, entered }: Job, opener: ProjectOpener): Promise<unknown> {
  return step.run(entered === undefined ? undefined : await opener.open(entered, step.at));
}

function byRepository(jobs: readonly Job[]): readonly Job[] {
  const groups = Map.groupBy(jobs, (job) => job.entered?.key ?? '');
  return [...groups.values()].flat();
}

/** Tells before each step how far the run is. The time left follows from what a unit of weight took in the same suite, in this run. */
function stepTeller(kept: number, waiting: readonly Job[], { onStep, clock }: EvaluationOrder): (job: Job) => void {
  const paces = new Map<string, Pace>();
  for (const { suite, step } of waiting) {
    const pace = paces.get(suite.name) ?? { weight: 0, done: 0, milliseconds: 0 };
    paces.set(suite.name, { ...pace, weight: pace.weight + step.weight });
  }
  let done = 0,
    last: { readonly job: Job; readonly at: number } | undefined;
  return (job) => {
    const at = clock();
    if (last !== undefined) took(paces, last.job, at - last.at);
    last = { job, at };
    const secondsLeft = secondsOf([...paces.values()]);
    const progress = { suite: job.suite.name, label: job.step.label, done: kept + done++, total: kept + waiting.length };
    onStep?.(secondsLeft === undefined ? progress : { ...progress, secondsLeft });
  };
}

/** How a suite goes: the weight of its steps, the part that is done, and what that took. */
interface Pace {
  readonly weight: number;
  readonly done: number;
  readonly milliseconds: number;
}

function took(paces: Map<string, Pace>, { suite, step }: Job, milliseconds: number): void {
  const pace = paces.get(suite.name)!;
  paces.set(suite.name, { ...pace, done: pace.done + step.weight, milliseconds: pace.milliseconds + milliseconds });
}

/** Nothing is foretold while a suite has not shown its pace yet. */
function secondsOf(paces: readonly Pace[]): number | undefined {
  const open = paces.filter(({ weight, done }) => done < weight);
  if (open.some(({ done }) => done === 0)) return undefined;
  return open.reduce((sum, { weight, done, milliseconds }) => sum + (milliseconds / 1000) * ((weight - done) / done), 0);
}
