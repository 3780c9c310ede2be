import { Link } from '@tanstack/react-router';
import { counted, percentOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { AreaRow } from '#web/data/area-answer.ts';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { useAddress } from '#web/shell/address.ts';
import css from './area-cards.module.css';
import type { OverviewAnswer } from './overview-answer.ts';

const CARDS = 3;

/** The areas to look at first: why, how sure, and the first step. */
export function AreaCards({ answer }: { readonly answer: OverviewAnswer }) {
  const [{ at }] = useAddress();
  const search = at === undefined ? {} : { at };
  const { verdicts, nextStep } = answer.value;
  const shown = answer.rows.filter((row) => row.verdict !== 'not judged').slice(0, CARDS);
  const rest = (['stops', 'degrades', 'moves', 'not judged'] as const)
    .map((verdict) => ({ verdict, count: verdicts[verdict] - shown.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  return (
    <section aria-label="Areas to look at first">
      <ol className={css['cards']}>
        {shown.map((row) => (
          <li key={row.id}>
            <AreaCard
              row={row}
              search={search}
              step={nextStep?.area === row.area || nextStep?.area === row.id ? nextStep.sentence : null}
            />
          </li>
        ))}
      </ol>
      <p className={css['rest']}>
        {rest.map(({ verdict, count }) => (
          <Link key={verdict} to="/areas" search={{ ...search, verdict }}>
            <VerdictMark verdict={verdict} word={false} /> {counted(count, shown.length > 0 ? 'more area' : 'area')}{' '}
            {verdict === 'not judged' ? 'not judged' : verdict.replace(/s$/, count === 1 ? 's' : '')}
          </Link>
        ))}
      </p>
    </section>
  );
}

function AreaCard({
  row,
  search,
  step,
}: {
  readonly row: AreaRow;
  readonly search: { readonly at?: string };
  readonly step: string | null;
}) {
  return (
    <article className={css['card']} data-verdict={row.verdict}>
      <div className={css['top']}>
        <h2>
          <Link to="/areas/$area" params={{ area: row.id }} search={search}>
            {visible(row.area)}
          </Link>
        </h2>
        <VerdictMark verdict={row.verdict} />
      </div>
      <p className={css['why']}>{sentence(row)}</p>
      {row.carried === null ? null : (
        <div className={css['sure']}>
          <Band estimate={row.carried} what={`${row.area}: still carried`} />
          <span>
            <NumberButton why={`overview:${row.because}`}>{percentOf(row.carried.value)} carried</NumberButton>
            {row.sure === null ? null : `, ${percentOf(row.sure)} sure`}
          </span>
        </div>
      )}
      {step === null ? null : (
        <p className={css['step']}>
          <strong>First step</strong> {visible(step)}
        </p>
      )}
    </article>
  );
}

function sentence({ carriers, outlook }: AreaRow): string {
  const text = visible(`${carriers}; ${outlook}.`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
