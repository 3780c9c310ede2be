import { Wordmark } from '#web/frame/wordmark.tsx';
import css from './shell.module.css';

export function Loading({ share }: { readonly share: number }) {
  return (
    <main className={css['loading']} aria-busy="true">
      <Wordmark />
      <p role="status">Reading the history of this machine’s repositories …</p>
      <div className={css['track']}>
        <div className={css['bar']} style={{ width: `${Math.round(8 + 92 * share)}%` }} />
      </div>
    </main>
  );
}
