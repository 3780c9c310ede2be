import type { ReactNode } from 'react';
import css from './cards.module.css';

/** Things that are read one after the other, each with what can be done about it. */
export function Cards({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={css['cards']} aria-label={label}>
      {children}
    </ul>
  );
}

/** One of them; marked where it is the reader's own, or waits. */
export function Card({ isMarked, children }: { readonly isMarked: boolean; readonly children: ReactNode }) {
  return (
    <li className={css['card']} data-marked={isMarked}>
      {children}
    </li>
  );
}

/** What somebody wrote, in their own lines. */
export function Quote({ children }: { readonly children: ReactNode }) {
  return <blockquote className={css['quote']}>{children}</blockquote>;
}
