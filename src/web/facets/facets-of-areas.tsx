import { useFacets } from '#web/facets/asked/use-beyond.ts';
import { visible } from '#core/report/visible.ts';
import { amountWithBand } from '#core/terms/figures.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { TableBox } from '#web/plain/table-box.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';
import { useWorld } from '#web/data/world-context.ts';
import { BeyondSection } from './beyond-section.tsx';
import css from './facets.module.css';
import type { FacetsTold, FacetTold } from './facet-words.ts';

/** Reviewing, operating and explaining over all areas of a repository, and rights that hang on one. */
export function FacetsOfAreas() {
  return <BeyondSection asked={useFacets()} looking="Looking at what is told beyond code …" told={Told} />;
}

function Told({ answer }: { readonly answer: FacetsTold }) {
  return (
    <>
      <p className={css['say']}>
        <Sentence text={answer.reading} /> <NumberButton why="facets:value">Why</NumberButton>
      </p>
      {answer.rows.length === 0 ? null : <Table rows={answer.rows} />}
      <Unjudged answer={answer} />
    </>
  );
}

/** Hatched, never green: what nothing tells, and the smallest thing that would. */
function Unjudged({ answer: { notJudged } }: { readonly answer: FacetsTold }) {
  const byRemedy = [...Map.groupBy(notJudged, ({ remedy }) => remedy)];
  return (
    <ul className={css['unjudged']} aria-label="Not judged">
      {byRemedy.map(([remedy, of]) => (
        <li key={remedy}>
          <span className={css['hatched']}>not judged</span> {visible(of.map(({ what }) => what).join(', '))}. {visible(of[0]!.why)}{' '}
          {visible(remedy)}
        </li>
      ))}
    </ul>
  );
}

function Table({ rows }: { readonly rows: readonly FacetTold[] }) {
  return (
    <TableBox label="Facets of areas, as a table" className={css['rows']}>
      <table>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">What</th>
            <th scope="col">Now</th>
            <th scope="col">One away</th>
            <th scope="col">Able alone</th>
            <th scope="col">With help</th>
            <th scope="col">In a fortnight</th>
            <th scope="col">Access</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.id} ${row.facet}`} row={row} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Line({ row }: { readonly row: FacetTold }) {
  const { facts } = useWorld();
  const { id, area, kind, facet, verdict, worst, able, withHelp, expected, access, because } = row;
  return (
    <tr>
      <th scope="row">
        {facts.areas.some((one) => one.id === id) ? <PageLink to={areaPath(id)}>{visible(area)}</PageLink> : visible(area)}
      </th>
      <td>{visible(facet)}</td>
      <td>{verdict === null ? '–' : <VerdictMark verdict={verdict} />}</td>
      <td>
        <VerdictMark verdict={worst} />
      </td>
      <td>{able}</td>
      <td>{kind === 'right' ? '–' : withHelp}</td>
      <td>
        <NumberButton why={`facets:${because}`}>{expected === null ? 'why' : amountWithBand(expected)}</NumberButton>
      </td>
      <td>{access}</td>
    </tr>
  );
}
