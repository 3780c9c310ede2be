import { VERDICTS, type Verdict } from '#core/terms/verdict.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import { useWorld } from '#web/data/world-context.ts';
import { useAreas } from '#web/data/area-answer.ts';
import { HeldNotice } from '#web/parts/held-notice.tsx';
import { ProblemPage } from '#web/parts/problem-page.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import { PairsList } from '#web/others/pairs-list.tsx';
import { AreasTable } from './areas-table.tsx';
import css from './areas-page.module.css';
import { Sentence } from '#web/parts/sentence.tsx';

const ORDER: readonly Verdict[] = ['stops', 'degrades', 'moves', 'not judged'];

/** All areas in one table, worst first; every figure opens its because. */
export function AreasPage() {
  const [address] = useAddress();
  const { beyond: Beyond } = useWorld();
  const { result, problem } = useAreas(momentOf(address.at));
  const wanted = VERDICTS.find((verdict) => verdict === address.verdict) ?? null;
  if (problem !== null) return <ProblemPage problem={problem} />;
  if (result === null) {
    return (
      <div className={css['page']}>
        <h1 className={css['headline']}>
          <output>Judging every area …</output>
        </h1>
      </div>
    );
  }
  return (
    <div className={css['page']}>
      <h1 className={css['headline']}>
        <Sentence text={result.reading} />
      </h1>
      <div className={css['held']}>
        <HeldNotice leftOut={result.leftOut} />
      </div>
      <VerdictFilter rows={result.rows} wanted={wanted} />
      <AreasTable rows={result.rows.filter((row) => wanted === null || row.verdict === wanted)} />
      <div className={css['after']}>
        <PairsList at={momentOf(address.at)} />
        {Beyond === undefined ? null : <Beyond area={null} />}
      </div>
    </div>
  );
}

function VerdictFilter({ rows, wanted }: { readonly rows: readonly AreaRow[]; readonly wanted: Verdict | null }) {
  const [, change] = useAddress();
  const counts = ORDER.map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }));
  return (
    <div className={css['filters']} role="group" aria-label="Verdict">
      <button type="button" aria-pressed={wanted === null} onClick={() => change({ verdict: undefined }, { replace: true })}>
        All {rows.length}
      </button>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ verdict, count }) => (
          <button key={verdict} type="button" aria-pressed={wanted === verdict} onClick={() => change({ verdict }, { replace: true })}>
            <VerdictMark verdict={verdict} /> {count}
          </button>
        ))}
    </div>
  );
}
