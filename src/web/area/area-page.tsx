import { useParams } from '@tanstack/react-router';
import { useWorld } from '#web/data/world-context.ts';
import { ProblemPage } from '#web/parts/problem-page.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import { Successors } from '#web/others/successors.tsx';
import { AreaCarriers } from './area-carriers.tsx';
import { AreaHeadline } from './area-headline.tsx';
import { AreaOverTime } from './area-over-time.tsx';
import css from './area-page.module.css';
import { AreaReasons } from './area-reasons.tsx';
import { useAnswer } from '#web/data/use-call.ts';

/** One area on one sheet: verdict, how it came to be, who carries it by role, recent changes, what would change it. */
export function AreaPage() {
  const { area: id = '' } = useParams({ strict: false });
  const [address] = useAddress();
  const { facts, besideArea: Beside, earlier: Earlier, beyond: Beyond } = useWorld();
  const { result: answer, problem } = useAnswer('explain', { area: id }, momentOf(address.at));
  if (problem !== null) return <ProblemPage problem={problem} />;
  if (answer === null) {
    return (
      <div className={css['page']}>
        <h1 className={css['wait']}>
          <output>Looking at this area …</output>
        </h1>
      </div>
    );
  }
  const row = facts.areas.findIndex((area) => area.id === answer.value.id);
  return (
    <article className={css['page']}>
      <AreaHeadline answer={answer} facts={facts.areas[row]} />
      {Beside === undefined ? null : <Beside area={answer.value.id} />}
      <AreaOverTime row={row} />
      {Beyond === undefined ? null : <Beyond area={answer.value.id} />}
      {Earlier === undefined ? null : <Earlier area={answer.value.id} />}
      <div className={css['columns']}>
        <div className={css['people']}>
          <AreaCarriers answer={answer} />
          {/* Candidates for a place are figures about one or two people: told on one's own machine only. */}
          {facts.mode === 'solo' ? (
            <Successors asked={{ area: answer.value.id }} at={momentOf(address.at)} title="Who could carry it next" />
          ) : null}
        </div>
        <AreaReasons answer={answer} />
      </div>
    </article>
  );
}
