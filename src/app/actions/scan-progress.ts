/** How far a scan is. */
export interface ScanProgress {
  readonly repository: string;
  /** Which of the repositories, from 0. */
  readonly index: number;
  readonly repositories: number;
  readonly done: number;
  /** Absent while git still counts. */
  readonly total?: number;
  /** Seconds left for this repository; absent until there is enough to judge by. */
  readonly secondsLeft?: number;
}

interface Timing {
  readonly repository: string;
  readonly index: number;
  readonly repositories: number;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  readonly report: (progress: ScanProgress) => void;
}

/** Between two reports, milliseconds. */
const PAUSE = 80;
/** The speed is that of the last few seconds: old commits touch fewer files and go faster. */
const MEMORY = 2500;
/** No forecast before this much has been seen, milliseconds. */
const ENOUGH = 400;

/** Adds the time left to what the reader reports, and reports no more often than an eye can follow. */
export function timedProgress({
  clock,
  report,
  ...where
}: Timing): (progress: { readonly done: number; readonly total: number | undefined }) => void {
  const began = clock();
  let reported = Number.NEGATIVE_INFINITY;
  const seen: { readonly at: number; readonly done: number }[] = [{ at: began, done: 0 }];
  return ({ done, total }) => {
    const at = clock();
    if (at - reported < PAUSE && done !== total) return;
    reported = at;
    seen.push({ at, done });
    while (seen.length > 2 && at - seen[1]!.at > MEMORY) seen.shift();
    const since = seen[0]!;
    const speed = (done - since.done) / (at - since.at);
    const known = total !== undefined && at - began >= ENOUGH && speed > 0;
    report({ ...where, done, ...(total !== undefined && { total }), ...(known && { secondsLeft: (total - done) / speed / 1000 }) });
  };
}
