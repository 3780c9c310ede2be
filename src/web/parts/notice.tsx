import type { ReactNode } from 'react';
import css from './notice.module.css';

/** What a place says when it has nothing to show: what happened, why, and the one thing that helps. */
export function Notice({ title, say, children }: { readonly title: string; readonly say: string; readonly children?: ReactNode }) {
  return (
    <div className={css['notice']}>
      <div className={css['pattern']} aria-hidden="true" />
      <h1 className={css['title']}>{title}</h1>
      <p className={css['say']}>{say}</p>
      {children}
    </div>
  );
}

/** A problem the reader can fix (its remedy) or report (its message). */
export function Problem({ problem }: { readonly problem: Error }) {
  const remedy =
    'remedy' in problem && typeof problem.remedy === 'string'
      ? problem.remedy
      : 'Scan again with: understudy scan. If it stays, report it with the text above.';
  return (
    <div role="alert" className={css['problem']}>
      <strong>{problem.message}</strong>
      <p>{remedy}</p>
    </div>
  );
}
