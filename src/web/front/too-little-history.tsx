import css from './too-little-history.module.css';
import type { AnswerOf } from '#web/worker/questions.ts';

/** What the first page would show, and the smallest thing that would change that nothing can be judged yet. */
export function TooLittleHistory({ answer }: { readonly answer: AnswerOf<'overview'> }) {
  const least = answer.method.settings['minimumCommits'];
  return (
    <section className={css['teach']}>
      <p>
        With {typeof least === 'number' ? `${least} commits` : 'enough commits'} behind an area, this page says how much of the work there
        would still be carried if any one person were away, how sure that is, and what to do first.
      </p>
      <p>
        Look at a repository with more history, or at several together, or set a smaller minimum (<code>judgement.minimum-commits</code> in
        understudy.yaml):
      </p>
      <pre>
        <code>understudy open --repo ~/code/api --repo ~/code/web</code>
      </pre>
    </section>
  );
}
