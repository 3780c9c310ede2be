import { type ReactNode, useEffect } from 'react';
import { PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import { Wordmark } from '#web/frame/wordmark.tsx';
import css from './entry.module.css';

/** What stands before the door: one thing to do, and what this is for. */
export function EntryFrame({ title, say, children }: { readonly title: string; readonly say?: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Understudy`;
  }, [title]);
  return (
    <main className={css['entry']}>
      <Wordmark />
      <div className={css['card']}>
        <header>
          <h1>{title}</h1>
          {say === undefined ? null : <p>{say}</p>}
        </header>
        {children}
      </div>
      <p className={css['purpose']}>{PURPOSE_SENTENCE}</p>
    </main>
  );
}
