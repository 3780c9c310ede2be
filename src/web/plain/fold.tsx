import type { ReactNode } from 'react';
import css from './fold.module.css';

/** Something that is done now and then: a line until somebody wants it. */
export function Fold({ say, children }: { readonly say: ReactNode; readonly children: ReactNode }) {
  return (
    <details className={css['fold']}>
      <summary>{say}</summary>
      {children}
    </details>
  );
}
