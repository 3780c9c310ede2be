import type { EvaluationRecord, EvaluationRun } from '#core/terms/evaluation-record.ts';
import { SUITE_NAMES, type SuiteName } from '#core/terms/suite-report.ts';

/** Suites that were run now beside those that stay as an earlier run found them, each with the run it comes from. */
export function joinRecords(before: EvaluationRecord, now: EvaluationRecord): EvaluationRecord {
  const fresh = new Set<string>(now.reports.map(({ suite }) => suite));
  const kept = before.reports.filter(({ suite }) => !fresh.has(suite));
  if (kept.length === 0) return now;
  const reports = [...now.reports, ...kept].toSorted((a, b) => SUITE_NAMES.indexOf(a.suite) - SUITE_NAMES.indexOf(b.suite));
  const told = new Set<string>([...reports.map(({ suite }) => suite), ...now.unjudged.map(({ what }) => what)]);
  return {
    ...now,
    reports,
    unjudged: [...now.unjudged, ...before.unjudged.filter(({ what }) => !told.has(what))],
    earlier: runsOf(
      before,
      kept.map(({ suite }) => suite),
    ),
  };
}

/** Which run found each of the suites that are kept. */
function runsOf({ on, version, seed, heads, data, earlier = [] }: EvaluationRecord, kept: readonly SuiteName[]): readonly EvaluationRun[] {
  const older = earlier.map((run) => ({ ...run, suites: run.suites.filter((suite) => kept.includes(suite)) }));
  const known = new Set(older.flatMap(({ suites }) => suites));
  const last = { suites: kept.filter((suite) => !known.has(suite)), on, version, seed, heads, data };
  return [last, ...older].filter(({ suites }) => suites.length > 0);
}
