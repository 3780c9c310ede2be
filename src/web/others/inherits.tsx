import type { Inheritance } from '#core/because/say-load.ts';
import type { AwayValue } from '#core/answers/away.ts';
import { visible } from '#core/report/visible.ts';
import { amountOf, amountWithBand, counted, listed, percentOf } from '#core/terms/figures.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { TableBox } from '#web/plain/table-box.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import type { AwayAnswer } from '#web/lab/away-answer.ts';
import css from './inherits.module.css';

/** Who would meet the work that is left, each compared with nobody but themselves, and what gives way if they are swamped. */
export function Inherits({ answer }: { readonly answer: AwayAnswer }) {
  const { load } = answer.value;
  const told = answer.because.find(({ id }) => id === 'load');
  if (load.people === 0 || told === undefined) return null;
  return (
    <section className={css['inherits']}>
      <h2>Who inherits it, and whether that is too much</h2>
      <p className={css['say']}>
        <Sentence text={told.claim} /> <NumberButton why="away:load">Why</NumberButton>
      </p>
      <Heirs inherits={load.inherits.filter(isFelt)} />
      <LittleFelt inherits={load.inherits.filter((heir) => !isFelt(heir))} />
      <NotTogether value={answer.value} />
    </section>
  );
}

/** Less than this many changes more, and hardly a chance that it is too much: told only when asked for. */
const FELT = { changes: 0.25, overload: 0.1 };

function isFelt({ inherited, overload }: Inheritance): boolean {
  return inherited >= FELT.changes || (overload ?? 0) >= FELT.overload;
}

function LittleFelt({ inherits }: { readonly inherits: readonly Inheritance[] }) {
  if (inherits.length === 0) return null;
  return (
    <details className={css['little']}>
      <summary>{counted(inherits.length, 'person', 'people')} would hardly feel it</summary>
      <Heirs inherits={inherits} />
    </details>
  );
}

function Heirs({ inherits }: { readonly inherits: readonly Inheritance[] }) {
  if (inherits.length === 0) return null;
  return (
    <TableBox label="Who inherits the work" className={css['rows']}>
      <table>
        <thead>
          <tr>
            <th scope="col">Person, from A to Z</th>
            <th scope="col">Changes more</th>
            <th scope="col">Own usual</th>
            <th scope="col">Own busy one</th>
            <th scope="col">More than busy</th>
          </tr>
        </thead>
        <tbody>
          {inherits.map((heir) => (
            <Heir key={heir.because} heir={heir} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Heir({ heir: { person, areas, inherited, usual, busy, overload, overloadBefore, because } }: { readonly heir: Inheritance }) {
  return (
    <tr>
      <th scope="row">
        {visible(person)}
        {areas.length === 0 ? null : <span>{listed(areas.map((area) => visible(area)))}</span>}
      </th>
      <td>
        <NumberButton why={`away:${because}`}>{amountOf(inherited)}</NumberButton>
      </td>
      <td>{usual === null ? 'not known' : amountWithBand(usual)}</td>
      <td>{busy === null ? 'not known' : amountOf(busy)}</td>
      <td>
        {overload === null || overloadBefore === null ? (
          'not judged'
        ) : (
          <span className={css['overload']}>
            <i aria-hidden="true">
              <b style={{ width: `${overload * 100}%` }} />
              <u style={{ left: `${overloadBefore * 100}%` }} />
            </i>
            {percentOf(overload)} <em>{percentOf(overloadBefore)} without</em>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Holidays are dates: either may go, not both. */
function NotTogether({ value: { notTogether } }: { readonly value: AwayValue }) {
  if (notTogether.people === 0) return null;
  const others = notTogether.names.length > 0 ? listed(notTogether.names.map((name) => visible(name))) : `${notTogether.people} others`;
  return (
    <p className={css['together']}>
      <strong>Not on the same days:</strong> either may be away, but not together with {others}; then{' '}
      {listed(notTogether.areas.map((area) => visible(area)))} would change its verdict.
    </p>
  );
}
