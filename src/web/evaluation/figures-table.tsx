import { visible } from '#core/report/visible.ts';
import { scoreOf, scoreWithBand } from '#core/terms/figures.ts';
import type { Figure, SuiteReport } from '#core/terms/suite-report.ts';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import css from './evaluation-page.module.css';
import { type FigureGrid, type FigureLine, gridOf } from './figure-grid.ts';
import { figureTitle, SUITE_TITLES } from './say-record.ts';

/** So many answers beside ours are shown at once; the rest opens. */
const MOST_BESIDE = 7;

/** Every figure with its interval: ours first, then what it is compared with, then those that stand alone. */
export function FiguresTable({ report: { suite, figures } }: { readonly report: SuiteReport }) {
  const { names, lines, alone } = gridOf(figures);
  const first = lines.filter(({ ours }) => ours).length + MOST_BESIDE;
  const label = `${SUITE_TITLES[suite]} Figures`;
  const rest = lines.slice(first);
  return (
    <>
      {names.length === 0 ? null : <Grid label={`${label}, as a table`} names={names} lines={lines.slice(0, first)} />}
      {rest.length === 0 ? null : (
        <details className={css['method']}>
          <summary>{rest.length} more that were tried or compared</summary>
          <Grid label={`${label}, the rest`} names={names} lines={rest} />
        </details>
      )}
      {alone.length === 0 ? null : <Alone figures={alone} />}
    </>
  );
}

function Grid({ label, names, lines }: Omit<FigureGrid, 'alone'> & { readonly label: string }) {
  return (
    <ScrollBox label={label} className={css['scroll']!}>
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
          {lines.map((line) => (
            <Line key={`${line.by} ${line.ours}`} line={line} names={names} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Line({ line: { by, ours, cells }, names }: { readonly line: FigureLine; readonly names: FigureGrid['names'] }) {
  return (
    <tr data-ours={ours}>
      <th scope="row">{ours ? `Ours: ${visible(by)}` : visible(by)}</th>
      {cells.map((cell, at) => (
        <td key={names[at]!.name}>{cell === null ? '–' : <Measured figure={cell} />}</td>
      ))}
    </tr>
  );
}

function Measured({ figure: { estimate } }: { readonly figure: Figure }) {
  const low = scoreOf(estimate.low);
  const high = scoreOf(estimate.high);
  return (
    <>
      {scoreOf(estimate.value)}
      {low === high ? null : (
        <span className={css['interval']}>
          {low}–{high}
        </span>
      )}
    </>
  );
}

function Alone({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={css['alone']}>
      {figures.map(({ name, by, better, estimate }) => (
        <div key={`${name} ${by}`}>
          <dt>
            {figureTitle(name)} <span>{visible(by)}</span>
          </dt>
          <dd title={`${better} is better`}>{scoreWithBand(estimate)}</dd>
        </div>
      ))}
    </dl>
  );
}
