import { visible } from '#core/report/visible.ts';
import { scoreOf, scoreWithBand } from '#core/terms/figures.ts';
import { type Bar, isHeld, type SuiteReport } from '#core/terms/suite-report.ts';
import { PlotChart } from '#web/charts/plot-chart.tsx';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import { gridOf } from './figure-grid.ts';
import css from './evaluation-page.module.css';
import { figureTitle, SUITE_TITLES } from './say-record.ts';

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
    <section className={css['suite']} id={`${place}-${suite}`} tabIndex={-1} aria-labelledby={`title-${place}-${suite}`}>
      <p className={css['name']}>{suite}</p>
      <h2 id={`title-${place}-${suite}`}>{SUITE_TITLES[suite]}</h2>
      <p className={css['finding']}>
        <Sentence text={reading} /> {from}
      </p>
      {plots.length === 0 ? null : (
        <div className={css['plots']}>
          {plots.map((plot) => (
            <PlotChart key={plot.key} plot={plot} />
          ))}
        </div>
      )}
      {figures.length === 0 ? null : <Figures report={report} />}
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

function Figures({ report: { suite, figures } }: { readonly report: SuiteReport }) {
  const { names, lines } = gridOf(figures);
  return (
    <ScrollBox label={`${SUITE_TITLES[suite]} Figures, as a table`} className={css['scroll']!}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">Who answered</th>
            {names.map(({ name, better }) => (
              <th key={name} scope="col">
                {figureTitle(name)} <span className={css['by']}>{better} is better</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ by, ours, cells }) => (
            <tr key={`${by} ${ours}`} data-ours={ours}>
              <th scope="row">{ours ? `Ours: ${visible(by)}` : visible(by)}</th>
              {cells.map((cell, at) => (
                <td key={names[at]!.name}>{cell === null ? '–' : scoreWithBand(cell.estimate)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
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
