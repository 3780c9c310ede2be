import { amountWithBand, percentOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import { Icon } from '#web/look/icons.tsx';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import css from './changed-areas.module.css';
import type { AwayAnswer, AwayRow } from './away-answer.ts';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';

/** The areas that this absence is felt in: verdict before and during, what would wait, and who would meet it. */
export function ChangedAreas({ answer }: { readonly answer: AwayAnswer | null }) {
  if (answer === null)
    return (
      <aside className={css['changed']} aria-label="Areas">
        <p className={css['none']}>
          Here the areas show whose verdict changes: what would stop, what would slow down, and how many changes would wait.
        </p>
      </aside>
    );
  if (answer.value.areasJudged === 0) {
    return (
      <aside className={css['changed']} aria-label="Areas">
        <h2>Not judged</h2>
        <p className={css['none']}>Too little history stands behind every area. Nothing is called good or bad on so little.</p>
      </aside>
    );
  }
  const changed = answer.rows.filter((row) => row.before !== row.verdict);
  const thinner = answer.rows.filter((row) => row.before === row.verdict);
  return (
    <aside className={css['changed']} aria-label="Areas">
      <h2>
        {changed.length === 0 ? 'No verdict changes' : changed.length === 1 ? 'One verdict changes' : `${changed.length} verdicts change`}
      </h2>
      {answer.rows.length === 0 ? null : (
        <p className={css['key']}>
          <i data-mark="now" /> during the absence <i data-mark="before" /> with everybody here
        </p>
      )}
      <ul>
        {changed.map((row) => (
          <Changed key={row.id} row={row} />
        ))}
      </ul>
      {thinner.length === 0 ? null : (
        <>
          <h2>Carried less</h2>
          <ul>
            {thinner.map((row) => (
              <Changed key={row.id} row={row} />
            ))}
          </ul>
        </>
      )}
      {answer.rows.length === 0 ? (
        <p className={css['none']}>Every area would be carried as before: somebody else present knows what is expected there.</p>
      ) : null}
    </aside>
  );
}

function Changed({ row }: { readonly row: AwayRow }) {
  return (
    <li>
      <p className={css['top']}>
        <PageLink to={areaPath(row.id)}>{visible(row.area)}</PageLink>
        <span className={css['verdicts']}>
          {row.before === row.verdict ? null : (
            <>
              <VerdictMark verdict={row.before} word={false} /> <Icon name="right" size={12} />{' '}
            </>
          )}
          <VerdictMark verdict={row.verdict} />
        </span>
      </p>
      {row.carried === null ? null : (
        <Band
          estimate={row.carried}
          what={`${row.area}: still carried`}
          {...(row.carriedBefore === null ? {} : { before: row.carriedBefore })}
        />
      )}
      <p className={css['say']}>
        {row.stalled === null ? null : <NumberButton why="away:value">{amountWithBand(row.stalled)} changes would wait</NumberButton>}
        {row.atLeastOneStalls === null ? null : `, ${percentOf(row.atLeastOneStalls)} at least one`}.
        {row.slows === null ? null : ` Slows: ${percentOf(row.slows)}, ${percentOf(row.slowsUsually!)} with everybody here.`} Met by{' '}
        {typeof row.metBy === 'string' ? visible(row.metBy) : row.metBy.map((name) => visible(name)).join(', ')}.
        {row.second === row.verdict ? null : ` If they are swamped in turn, it ${row.second}.`}
      </p>
    </li>
  );
}
