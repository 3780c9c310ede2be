import type { ReactNode } from 'react';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import css from './table-box.module.css';

interface TableBoxProps {
  readonly label: string;
  /** What is different in this one. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A table that scrolls in its place, its heads in sight; the text of a cell wraps where the page does not say otherwise. */
export function TableBox({ label, className, children }: TableBoxProps) {
  return (
    <ScrollBox label={label} className={className === undefined ? css['box']! : `${css['box']} ${className}`}>
      {children}
    </ScrollBox>
  );
}
