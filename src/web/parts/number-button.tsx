import type { ReactNode } from 'react';
import { useAddress } from '#web/shell/address.ts';
import css from './number-button.module.css';

/** A number that opens its because. `why` is `question:because`. */
export function NumberButton({ why, children, label }: { readonly why: string; readonly children: ReactNode; readonly label?: string }) {
  const [{ why: opened }, change] = useAddress();
  return (
    <button
      type="button"
      className={css['number']}
      aria-expanded={opened === why}
      aria-haspopup="dialog"
      {...(label === undefined ? {} : { 'aria-label': label })}
      onClick={() => change({ why })}
    >
      {children}
    </button>
  );
}
