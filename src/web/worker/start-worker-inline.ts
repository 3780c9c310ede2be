// Vite folds the worker into a module whose default export starts it (vite/client declares that).
// oxlint-disable-next-line import/default
import InlineWorker from './answers-worker.ts?worker&inline';

/** The worker inside the page's own script, for the one-file page that opens from a disk. */
export function startWorker(): Worker {
  return new InlineWorker({ name: 'understudy-answers' });
}
