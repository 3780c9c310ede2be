import { visible } from '#core/report/visible.ts';
import { percentOf } from '#core/terms/figures.ts';
import { Problem } from '#web/parts/notice.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import type { RowOf } from '#web/worker/questions.ts';
import { type SuccessorsAsked, useSuccessors } from './successors-answer.ts';
import css from './successors.module.css';

/** Who could carry it next: chances that add up to one, reasons both ways, load, and the part that is nobody seen here yet. */
export function Successors({ asked, at, title }: { readonly asked: SuccessorsAsked; readonly at: number | null; readonly title: string }) {
  const { result: answer, problem, waiting } = useSuccessors(asked, at);
  return (
    <section className={css['successors']} aria-busy={waiting}>
      <h2>{title}</h2>
      {problem === null ? null : <Problem problem={problem} />}
      {answer === null ? (
        problem === null ? (
          <output className={css['note']}>Weighing who has worked here and beside it …</output>
        ) : null
      ) : (
        <>
          <p className={css['reading']}>
            <Sentence text={answer.reading} />
          </p>
          {answer.rows.length === 0 ? null : (
            <ul className={css['list']}>
              {answer.rows.map((row) => (
                <Candidate key={`${row.candidate} ${row.role} ${row.because ?? ''}`} row={row} />
              ))}
            </ul>
          )}
          <p className={css['note']}>
            Candidates for this one absence, no judgement of anybody.{' '}
            {answer.notJudged[0] === undefined ? '' : visible(answer.notJudged[0].remedy)}
          </p>
        </>
      )}
    </section>
  );
}

function Candidate({ row }: { readonly row: RowOf<'successors'> }) {
  const { candidate, role, chance, led, share, because } = row;
  const open = row.for.length === 0 && row.against.length === 0 && led === null && role === '';
  return (
    <li className={css['candidate']} data-rest={open}>
      <p className={css['who']}>
        <strong>{visible(candidate)}</strong> {role === '' ? null : <span>{role}</span>}
      </p>
      <p className={css['chance']}>
        <i aria-hidden="true">
          <b style={{ width: `${Math.max(1, chance * 100)}%` }} />
        </i>
        <NumberButton why={`successors:${because ?? 'value'}`}>{percentOf(chance)}</NumberButton>
      </p>
      <Reasons word="For" reasons={row.for} />
      <Reasons word="Against" reasons={row.against} />
      {led === null || led === 0 ? null : (
        <p className={css['reason']}>
          <span>Load</span> leads {led} files{share === null ? '' : `, ${percentOf(share)} of all`}
        </p>
      )}
    </li>
  );
}

function Reasons({ word, reasons }: { readonly word: string; readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <p className={css['reason']}>
      <span>{word}</span> {reasons.map((reason) => visible(reason)).join('; ')}
    </p>
  );
}
