import type { ReactNode } from 'react';

/** Something wider or longer than its place: it scrolls, also by keyboard, and says what it holds. */
export function ScrollBox({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    // A region that scrolls must take the focus, or a keyboard cannot scroll it (WCAG 2.1.1).
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
