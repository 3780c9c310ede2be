import type { ReactNode } from 'react';
import css from './frame.module.css';

/** The right end of the header. */
export function Tools({ children }: { readonly children: ReactNode }) {
  return <div className={css['tools']}>{children}</div>;
}
