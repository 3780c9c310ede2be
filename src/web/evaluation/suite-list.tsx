import { isHeld, type Bar, type SuiteReport } from '#core/terms/suite-report.ts';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import css from './evaluation-page.module.css';
import { heldOf, SUITE_TITLES } from './say-record.ts';

/** All suites at a glance: what was asked, what was found, and whether the bounds held. */
export function SuiteList({ reports }: { readonly reports: readonly SuiteReport[] }) {
  return (
    <ScrollBox label="All suites, as a table" className={css['scroll']!}>
      <table className={`${css['table']} ${css['summary']}`}>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">What was found</th>
            <th scope="col">Gates</th>
            <th scope="col">Aims</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <SuiteLine key={report.suite} report={report} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function SuiteLine({ report }: { readonly report: SuiteReport }) {
  return (
    <tr>
      <th scope="row">
        <a href={`#suite-${report.suite}`} onClick={(event) => goTo(event, `suite-${report.suite}`)}>
          {SUITE_TITLES[report.suite]}
        </a>
      </th>
      <td className={css['found']}>
        <Sentence text={report.reading} />
      </td>
      <Bounds bars={report.bars} kind="gate" />
      <Bounds bars={report.bars} kind="aim" />
    </tr>
  );
}

/** The address keeps the view, so a jump within the page must not replace it. */
function goTo(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}

function Bounds({ bars, kind }: { readonly bars: readonly Bar[]; readonly kind: Bar['kind'] }) {
  const all = bars.filter((bar) => bar.kind === kind);
  const missed = all.filter((bar) => !isHeld(bar)).length;
  if (all.length === 0) return <td>–</td>;
  return (
    <td>
      <span className={css['bound']} data-held={missed === 0}>
        {heldOf(all)} of {all.length} held
      </span>
    </td>
  );
}
