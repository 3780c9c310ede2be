import { visible } from '#core/report/visible.ts';
import { EvidenceList } from '#web/why/evidence-list.tsx';
import css from './area-page.module.css';
import type { AnswerOf } from '#web/worker/questions.ts';

const MOST_COMMITS = 8;

/** What would change the verdict, the newest changes it rests on, and what is not judged. */
export function AreaReasons({ answer }: { readonly answer: AnswerOf<'explain'> }) {
  const own = answer.because.find(({ id }) => id === answer.value.because);
  const commits = (own?.evidence ?? []).filter(({ kind }) => kind === 'commit').slice(0, MOST_COMMITS);
  return (
    <div className={css['reasons']}>
      <section>
        <h2>What would change it</h2>
        <ul className={css['changes']}>
          {(own?.wouldChange ?? []).map((sentence) => (
            <li key={sentence}>{visible(sentence)}</li>
          ))}
        </ul>
      </section>
      {commits.length === 0 ? null : (
        <section>
          <h2>Recent changes</h2>
          <EvidenceList evidence={commits} />
        </section>
      )}
      {answer.notJudged.length === 0 ? null : (
        <p className={css['blind']}>Not judged here: {answer.notJudged.map(({ what }) => visible(what)).join(', ')}.</p>
      )}
    </div>
  );
}
