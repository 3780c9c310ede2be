import { visible } from '#core/report/visible.ts';
import type { NotJudged } from '#core/terms/answer.ts';
import css from './notes.module.css';

/** What these sources cannot speak about, each with the smallest thing that would change that. */
export function BlindSpots({ notJudged }: { readonly notJudged: readonly NotJudged[] }) {
  // A connected source has closed every one of them.
  if (notJudged.length === 0) return null;
  return (
    <section className={css['notes']}>
      <h2>Not judged</h2>
      <ul className={css['blind']}>
        {notJudged.map(({ what, why, remedy }) => (
          <li key={what}>
            <strong>{visible(what)}</strong>
            <p>
              {visible(why)} {visible(remedy)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
