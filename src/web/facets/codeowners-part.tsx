import { useCodeowners } from '#web/facets/asked/use-beyond.ts';
import { ownersValueSchema } from '#contract/operations/beyond/owners-value.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { counted } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import { CopyButton } from '#web/plain/copy-button.tsx';
import { TableBox } from '#web/plain/table-box.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import css from './facets.module.css';

type Told = ReplyOf<'answer-owners'>;
export type RuleTold = Told['rows'][number];

/** Whom CODEOWNERS names against who works there: of a repository, or of one area of it, where a rule decides one of its files. */
export function CodeownersPart({ area }: { readonly area?: string }) {
  const { result, problem } = useCodeowners(area === undefined ? {} : { area });
  if (result === null && problem === null) return null;
  // An area that is cut otherwise among others is said so above.
  if (area !== undefined && (problem !== null || result!.rows.length === 0)) return null;
  return (
    <section className={css['beyond']} aria-label="CODEOWNERS against who works there">
      <h2>CODEOWNERS against who works there</h2>
      {problem === null ? <Rules answer={result!} /> : <Problem problem={problem} />}
    </section>
  );
}

function Rules({ answer }: { readonly answer: Told }) {
  const value = ownersValueSchema.parse(answer.value);
  if (value.files.length === 0)
    return (
      <p className={css['say']}>
        No CODEOWNERS file is here. With one, this part would say which of its rules are dead, whom it names that has left, and which
        changes nobody could approve while somebody is away.
      </p>
    );
  return (
    <>
      <p className={css['say']}>
        <Sentence text={answer.reading} /> <NumberButton why="owners:value">Why</NumberButton>
      </p>
      <RulesTable rows={answer.rows} />
      <Mending rows={answer.rows} patch={value.patch} file={value.files[0]!} />
      {answer.notJudged
        .filter(({ facet }) => facet === 'review')
        .map(({ what, why, remedy }) => (
          <p key={what} className={css['quiet']}>
            <span className={css['hatched']}>not judged</span> {visible(what)}. {visible(why)} {visible(remedy)}
          </p>
        ))}
    </>
  );
}

function RulesTable({ rows }: { readonly rows: readonly RuleTold[] }) {
  return (
    <TableBox label="Rules of CODEOWNERS" className={css['rows']}>
      <table>
        <thead>
          <tr>
            <th scope="col">Paths</th>
            <th scope="col">State</th>
            <th scope="col">Files</th>
            <th scope="col">Named</th>
            <th scope="col">Active in a year</th>
            <th scope="col">In fact, not known by name</th>
            <th scope="col">Changes there</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.repository} ${row.line}`}>
              <th scope="row">
                <code>{visible(row.pattern)}</code>
                <small>line {row.line}</small>
              </th>
              <td>{row.state}</td>
              <td>{row.files}</td>
              <td>
                {counted(row.named, 'name')}, {row.here} here
                {row.left.length === 0 ? null : <small>left: {visible(row.left.join(', '))}</small>}
                {row.unknown.length === 0 ? null : <small>unknown: {visible(row.unknown.join(', '))}</small>}
              </td>
              <td>{row.active ?? 'held back'}</td>
              <td className={css['people']}>{row.unnamed.length === 0 ? '–' : visible(row.unnamed.join(', '))}</td>
              <td>{row.gate === '' ? '–' : <NumberButton why="owners:gates">{visible(row.gate)}</NumberButton>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** What would end what is stuck: the lines where names may stand, else how many could be named. */
export function Mending({
  rows,
  patch,
  file,
}: {
  readonly rows: readonly RuleTold[];
  readonly patch: string | null;
  readonly file: string;
}) {
  const stuck = rows.filter(({ fits }) => fits !== null);
  if (stuck.length === 0) return null;
  if (patch !== null)
    return (
      <div className={css['patch']}>
        <p>These lines would end it, with whoever works there in fact:</p>
        <CopyButton say="Copy the patch" done="Copied" text={() => patch} />
        <ScrollBox label="Proposed patch" className={css['lines']!}>
          <pre>{linesOf(patch)}</pre>
        </ScrollBox>
        <p className={css['quiet']}>
          Apply it with <code>git apply --unidiff-zero</code>.
        </p>
      </div>
    );
  return (
    <div className={css['patch']}>
      <p>One more name in each of these rules of {visible(file)} would end it:</p>
      <ul>
        {stuck.map(({ line, pattern, fits }) => (
          <li key={line}>
            line {line}, <code>{visible(pattern)}</code>: {FITS[fits!] ?? fits}
          </li>
        ))}
      </ul>
      {stuck.every(({ fits }) => fits === 'nobody') ? null : (
        <p className={css['quiet']}>
          Names stay out of this page. On your own machine <code>understudy owners --patch</code> writes the lines.
        </p>
      )}
    </div>
  );
}

/** Every character visible, but for the ends of its lines. */
function linesOf(patch: string): string {
  return patch.split('\n').map(visible).join('\n');
}

const FITS: Readonly<Record<string, string>> = {
  nobody: 'nobody else who works there in fact is here',
  one: 'one who works there in fact could be named',
  two: 'two who work there in fact could be named',
  more: 'several who work there in fact could be named',
};
