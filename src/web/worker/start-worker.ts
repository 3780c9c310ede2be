/** The worker as its own file, for pages that a server gives. */
export function startWorker(): Worker {
  return new Worker(new URL('./answers-worker.ts', import.meta.url), { type: 'module', name: 'understudy-answers' });
}
