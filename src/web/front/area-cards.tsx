import { counted, percentOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { keepDate, useAddress } from '#web/shell/address.ts';
import css from './area-cards.module.css';
import type { AnswerOf } from '#web/worker/questions.ts';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';

const CARDS = 3;

/** The areas to look at first: why, how sure, and the first step. */
export function AreaCards({ answer }: { readonly answer: AnswerOf<'overview'> }) {
  const [address] = useAddress();
  const { verdicts } = answer.value;
  const shown = answer.rows.filter((row) => row.verdict !== 'not judged').slice(0, CARDS);
  const rest = (['stops', 'degrades', 'moves', 'not judged'] as const)
    .map((verdict) => ({ verdict, count: verdicts[verdict] - shown.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  return (
    <section aria-label="Areas to look at first">
      <ol className={css['cards']}>
        {shown.map((row) => (
          <li key={row.id}>
            <AreaCard row={row} help={helpFor(row, answer)} />
          </li>
        ))}
      </ol>
      <p className={css['rest']}>
        {rest.map(({ verdict, count }) => (
          <PageLink key={verdict} to="/areas" search={{ ...keepDate(address), verdict }}>
            <VerdictMark verdict={verdict} word={false} /> {counted(count, shown.length > 0 ? 'more area' : 'area')}{' '}
            {verdict === 'not judged' ? 'not judged' : verdict.replace(/s$/, count === 1 ? 's' : '')}
          </PageLink>
        ))}
      </p>
    </section>
  );
}

/** The one next step where core names it; else what would change the figure most. */
function helpFor(row: AreaRow, { value: { nextStep }, because }: AnswerOf<'overview'>): readonly [string, string] | null {
  if (nextStep !== null && (nextStep.area === row.area || nextStep.area === row.id)) return ['First step', capital(nextStep.sentence)];
  const change = row.verdict === 'moves' ? undefined : because.find(({ id }) => id === row.because)?.wouldChange[0];
  return change === undefined ? null : ['Would help', change];
}

function AreaCard({ row, help }: { readonly row: AreaRow; readonly help: readonly [string, string] | null }) {
  const [address] = useAddress();
  return (
    <article className={css['card']} data-verdict={row.verdict}>
      <div className={css['top']}>
        <h2>
          <PageLink to={areaPath(row.id)} search={keepDate(address)}>
            {visible(row.area)}
          </PageLink>
        </h2>
        <VerdictMark verdict={row.verdict} />
      </div>
      <p className={css['why']}>
        <Sentence text={`Carried by: ${row.carriers}; ${row.outlook}.`} />
      </p>
      {row.carried === null ? null : (
        <div className={css['sure']}>
          <Band estimate={row.carried} what={`${row.area}: still carried`} />
          <span>
            <NumberButton why={`overview:${row.because}`}>{percentOf(row.carried.value)} carried</NumberButton>
            {row.sure === null ? null : `, ${percentOf(row.sure)} sure`}
          </span>
        </div>
      )}
      {help === null ? null : (
        <p className={css['step']}>
          <strong>{help[0]}</strong> <Sentence text={help[1]} />
        </p>
      )}
    </article>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
