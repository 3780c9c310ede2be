import { visible } from '#core/report/visible.ts';
import { scoreOf } from '#core/terms/figures.ts';
import { type Bar, isHeld, type SuiteReport } from '#core/terms/suite-report.ts';
import { PlotChart } from '#web/charts/plot-chart.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import css from './evaluation-page.module.css';
import { FiguresTable } from './figures-table.tsx';
import { SUITE_TITLES } from './say-record.ts';

export interface SuiteSectionProps {
  readonly report: SuiteReport;
  /** Tells the two places of one suite on the page apart. */
  readonly place?: 'suite' | 'own';
  /** When and where it was measured, in a sentence. */
  readonly from?: string;
}

/** One suite: its finding, its pictures, its figures beside trivial ones, its bounds, where it fails, how it was measured. */
export function SuiteSection({ report, place = 'suite', from }: SuiteSectionProps) {
  const { suite, reading, plots, figures, bars, negative, method } = report;
  return (
    <section
      className={css['suite']}
      id={`${place}-${suite}`}
      tabIndex={-1}
      aria-label={place === 'own' ? `${SUITE_TITLES[suite]} On your own history` : SUITE_TITLES[suite]}
    >
      <p className={css['name']}>{suite}</p>
      <h2>{SUITE_TITLES[suite]}</h2>
      <p className={css['finding']}>
        <Sentence text={from === undefined ? reading : `${reading} ${from}`} />
      </p>
      {plots.length === 0 ? null : (
        <div className={css['plots']}>
          {plots.map((plot) => (
            <PlotChart key={plot.key} plot={plot} />
          ))}
        </div>
      )}
      {figures.length === 0 ? null : <FiguresTable report={report} />}
      <div className={css['columns']}>
        {bars.length === 0 ? null : <Bars bars={bars} />}
        {negative.length === 0 ? null : <Sentences title="Where it fails, and what did not help" sentences={negative} />}
      </div>
      {method.length === 0 ? null : (
        <details className={css['method']}>
          <summary>How it was measured</summary>
          <ul className={css['sentences']}>
            {method.map((sentence) => (
              <li key={sentence}>{visible(sentence)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Gates and aims, the missed ones with the reason. */
function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <section>
      <h3>Bounds it is held to</h3>
      <ul className={css['bars']}>
        {bars.map((bar) => (
          <li key={bar.kind + bar.says}>
            <p>
              <span className={css['bound']} data-held={isHeld(bar)}>
                {bar.kind} {isHeld(bar) ? 'held' : 'missed'}
              </span>{' '}
              {visible(bar.says)}; measured {scoreOf(bar.measured)}.
            </p>
            {bar.why === undefined ? null : <p className={css['why']}>{visible(bar.why)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className={css['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{visible(sentence)}</li>
        ))}
      </ul>
    </section>
  );
}
