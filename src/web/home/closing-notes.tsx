import { countOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import css from './closing-notes.module.css';
import type { OverviewAnswer } from './home-page.tsx';

/** What these sources cannot speak about, each with the smallest thing that would change that. */
export function BlindSpots({ answer }: { readonly answer: Pick<OverviewAnswer, 'notJudged'> }) {
  return (
    <section className={css['notes']}>
      <h2>Not judged</h2>
      <ul className={css['blind']}>
        {answer.notJudged.map(({ what, why, remedy }) => (
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

/** What was set aside before anything was computed, counted. */
export function LeftOutList({ answer }: { readonly answer: Pick<OverviewAnswer, 'leftOut'> }) {
  const parts = answer.leftOut.filter(({ count }) => count > 0);
  return (
    <section className={css['notes']}>
      <h2>Left out</h2>
      {parts.length === 0 ? (
        <p className={css['none']}>Nothing: every commit and file counts.</p>
      ) : (
        <dl className={css['left']}>
          {parts.map(({ what, count, unit, why }) => (
            <div key={what}>
              <dt>
                {visible(what)}
                <span>{visible(why)}</span>
              </dt>
              <dd>
                {countOf(count)} {unit}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
