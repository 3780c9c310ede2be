import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import css from './frame.module.css';

export interface FrameProps {
  /** What the window is called. */
  readonly title: string;
  readonly header: ReactNode;
  readonly children: ReactNode;
}

/** What every page of either edition stands in: a way past the header, the page itself, and what the product is for. */
export function Frame({ title, header, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const came = useRef(path);
  useEffect(() => {
    // Whoever listens hears the new page; the first one is announced by the browser.
    if (came.current !== path) main.current?.focus({ preventScroll: true });
    came.current = path;
  }, [path]);
  useEffect(() => {
    document.title = `${title} · Understudy`;
  }, [title]);
  return (
    <div className={css['frame']}>
      <a
        className={css['skip']}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the answer
      </a>
      <header className={css['header']}>{header}</header>
      <main ref={main} id="main" tabIndex={-1} className={css['main']}>
        {children}
      </main>
      <footer className={css['purpose']}>{PURPOSE_SENTENCE}</footer>
    </div>
  );
}
