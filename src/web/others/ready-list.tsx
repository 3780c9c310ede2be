import { visible } from '#core/report/visible.ts';
import { amountWithBand, counted, percentOf } from '#core/terms/figures.ts';
import { useAnswer } from '#web/data/use-call.ts';
import { Problem } from '#web/parts/notice.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';
import { keepDate, useAddress } from '#web/shell/address.ts';
import type { InputOf, RowOf } from '#web/worker/questions.ts';
import css from './ready-list.module.css';

const MOST = 6;

/** Days and people as rows; a hand-over is judged with and without, so no kind of absence is asked for. */
type ReadyAsked = Pick<InputOf<'ready'>, 'people' | 'from' | 'to'>;

/** What to hand over before these days, as a list to work through: what only they can do, who could take it, what first. */
export function ReadyList({ asked, at }: { readonly asked: ReadyAsked; readonly at: number | null }) {
  const { result: answer, problem } = useAnswer('ready', { who: [], ...asked }, at);
  if (problem !== null) return <Problem problem={problem} />;
  if (answer === null || answer.value.areasJudged === 0) return null;
  return (
    <section className={css['ready']} aria-label="Before you go">
      <h2>{answer.rows.length === 0 ? 'Nothing to hand over' : `Hand over by ${answer.value.until}`}</h2>
      <p className={css['reading']}>
        <Sentence text={answer.reading} />
      </p>
      <ol>
        {answer.rows.slice(0, MOST).map((row) => (
          <ToHandOver key={row.id} row={row} />
        ))}
      </ol>
      {answer.rows.length > MOST ? (
        <p className={css['reading']}>{counted(answer.rows.length - MOST, 'more area')} would be carried less; less would wait there.</p>
      ) : null}
    </section>
  );
}

function ToHandOver({ row }: { readonly row: RowOf<'ready'> }) {
  const [address] = useAddress();
  const why = `ready:${row.because}`;
  return (
    <li>
      <p className={css['top']}>
        <PageLink to={areaPath(row.id)} search={keepDate(address)}>
          {visible(row.area)}
        </PageLink>
        <VerdictMark verdict={row.verdict} />
      </p>
      <p className={css['step']}>{row.firstStep}</p>
      <dl>
        <div>
          <dt>Would wait</dt>
          <dd>
            <NumberButton why={why}>{amountWithBand(row.stalled)} changes</NumberButton>
          </dd>
        </div>
        <div>
          <dt>Nobody else carries</dt>
          <dd>{row.onlyFiles === 0 ? 'no file' : `${counted(row.onlyFiles, 'file')}, ${percentOf(row.onlyShare)} of its work`}</dd>
        </div>
        {row.paths.length === 0 ? null : (
          <div>
            <dt>Show first</dt>
            <dd>
              {row.paths.map((path) => (
                <code key={path}>{visible(path)}</code>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>Could take it</dt>
          <dd>{row.couldTake.length === 0 ? 'nobody here has a start' : row.couldTake.map((said) => visible(said)).join(', ')}</dd>
        </div>
      </dl>
    </li>
  );
}
