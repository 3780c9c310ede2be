import { visible } from '#core/report/visible.ts';
import { percentOf } from '#core/terms/figures.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Band } from '#web/parts/band.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { Empty, Listing } from '#web/plain/page.tsx';
import { useFresh } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import css from './today.module.css';

type Answer = ReplyOf<'answer-repositories'>;

export function RepositoryList({ answer, problem }: { readonly answer: Answer | null; readonly problem: Error | null }) {
  useFresh('repositories', 'answer-repositories');
  const { may } = useMe();
  if (problem !== null && answer === null) return <Problem problem={problem} />;
  if (answer === null) return <output aria-busy="true" />;
  if (answer.rows.length === 0)
    return (
      <Empty>
        Nothing is read yet. Once a repository is, this page says which of its areas would stop if somebody were away, and what first.{' '}
        {may.includes('configure') ? <a href="/sources">Read the first repository</a> : 'An administrator adds what is read.'}
      </Empty>
    );
  return (
    <Listing label="Repositories" heads={['Repository', 'Still carried', 'Areas']}>
      {answer.rows.map((row) => (
        <RepositoryRow key={row.id} row={row} />
      ))}
    </Listing>
  );
}

function RepositoryRow({ row }: { readonly row: Answer['rows'][number] }) {
  const { id, repository, carried, judged, withheld } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/r/${encodeURIComponent(id)}`}>{visible(repository)}</a>
        <small>{judged === null ? 'not read yet' : `as of ${judged}`}</small>
      </th>
      <td className={css['carried']}>
        {carried === null ? (
          <span className={css['not']}>{withheld === 0 ? 'not judged from these sources' : 'not shown yet'}</span>
        ) : (
          <>
            <span>
              {percentOf(carried.value)} <small>({rangeOf(carried)})</small>
            </span>
            <Band estimate={carried} what={`Still carried in ${repository}`} />
          </>
        )}
      </td>
      <td>
        <Verdicts row={row} />
        {withheld === 0 ? null : <small>{notShownYet(withheld)}</small>}
      </td>
    </tr>
  );
}

function notShownYet(withheld: number): string {
  return withheld === 1
    ? '1 more not shown yet: whom it concerns looks first'
    : `${withheld} more not shown yet: those whom they concern look first`;
}

function rangeOf({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)}`;
}

const COUNTED = [
  ['stops', 'stops'],
  ['degrades', 'degrades'],
  ['moves', 'moves'],
  ['notJudged', 'not judged'],
] as const;

function Verdicts({ row }: { readonly row: Answer['rows'][number] }) {
  return (
    <span className={css['verdicts']}>
      {COUNTED.map(([key, verdict]) =>
        row[key] === null || row[key] === 0 ? null : (
          <span key={key}>
            {row[key]} <VerdictMark verdict={verdict} />
          </span>
        ),
      )}
    </span>
  );
}
