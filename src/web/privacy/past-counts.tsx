import { visible } from '#core/report/visible.ts';
import { Fold } from '#web/plain/fold.tsx';
import { Listing } from '#web/plain/page.tsx';
import { addressOf } from '#web/server/call-server.ts';
import { useServer } from '#web/server/use-server.ts';
import { barsOf, type PastArea, spanWords } from './past-bars.ts';
import css from './past-counts.module.css';

/** What the term left of an area, or of all of them: counts over five people or more, and nobody in them. */
export function PastCounts({ source, area }: { readonly source: string; readonly area: string | null }) {
  const { result } = useServer('read-past-counts', { params: { source } });
  if (result === null || result.keptFrom === null) return null;
  const { keptFrom, areas } = result;
  const own = areas.find((one) => one.area === area);
  return (
    <section className={css['past']} aria-label={`Before ${keptFrom}`}>
      <h2>Before {keptFrom}</h2>
      {area === null ? (
        <p>
          {GONE}{' '}
          {areas.length === 0 ? (
            'No area has a span of months yet of which a count may stay.'
          ) : (
            <>
              Of {areas.length === 1 ? 'one area' : `${areas.length} areas`} counts by month stay.{' '}
              <a href={addressOf('export-past-counts', { params: { source } })} download={`${source}-past-counts.csv`}>
                Take them along
              </a>
            </>
          )}
        </p>
      ) : own === undefined ? (
        <p>{GONE} No count stays here: it would have to speak of five people or more, none of whom did nearly all.</p>
      ) : (
        <Bars area={own} />
      )}
    </section>
  );
}

const GONE = 'What was done earlier is past its term and weighs in no figure.';

function Bars({ area: { name, spans } }: { readonly area: PastArea }) {
  const acts = spans.reduce((sum, span) => sum + span.acts, 0);
  const whole = spanWords({ from: spans[0]!.from, to: spans.at(-1)!.to });
  const said = `${acts} acts in ${visible(name)} from ${whole} stay as counts, over months in which five people or more worked, and nobody did nearly all.`;
  return (
    <>
      <p>
        {GONE} {said}
      </p>
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label={said} className={css['bars']}>
        {barsOf(spans).map(({ x, width, height, say }) => (
          <rect key={x} x={x * 100} width={Math.max(0.2, width * 100 - 0.15)} y={20 - height * 20} height={height * 20}>
            <title>{say}</title>
          </rect>
        ))}
      </svg>
      <p className={css['ends']}>
        <span>{spans[0]!.from}</span>
        <span>{spans.at(-1)!.to}</span>
      </p>
      <Fold say="The same as a table">
        <Listing label={`Acts in ${visible(name)} past their term`} heads={['Months', 'Acts']}>
          {spans.map((span) => (
            <tr key={span.from}>
              <td>{spanWords(span)}</td>
              <td>{span.acts}</td>
            </tr>
          ))}
        </Listing>
      </Fold>
    </>
  );
}
