import { HeldNotice } from '#web/parts/held-notice.tsx';
import { ProblemPage } from '#web/parts/problem-page.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import { AreaCards } from './area-cards.tsx';
import { BlindSpots } from './blind-spots.tsx';
import { FrontMap } from './front-map.tsx';
import css from './front-page.module.css';
import { Headline } from './headline.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { NorthStarTrend } from './north-star-trend.tsx';
import { OnePerson } from './one-person.tsx';
import { SeveralAway } from './several-away.tsx';
import { TooLittleHistory } from './too-little-history.tsx';
import { useWorld } from '#web/data/world-context.ts';
import { useAnswer } from '#web/data/use-call.ts';

/** The first page: the answer, its picture, and what to do first, before anybody clicks. */
export function FrontPage() {
  const { beyondFront: Beyond } = useWorld();
  const [address] = useAddress();
  const at = momentOf(address.at);
  const { result: answer, problem } = useAnswer('overview', {}, at);
  if (problem !== null) return <ProblemPage problem={problem} />;
  return (
    <div className={css['front']}>
      <div className={css['answer']}>
        {answer === null ? (
          <output className={css['wait']}>Weighing who knows what, and what is expected where …</output>
        ) : (
          <>
            <Headline answer={answer} />
            <HeldNotice leftOut={answer.leftOut} />
            {answer.value.northStar === null ? <TooLittleHistory answer={answer} /> : null}
            {answer.value.northStar !== null && answer.value.people === 1 ? <OnePerson /> : null}
            <AreaCards answer={answer} />
          </>
        )}
      </div>
      <FrontMap at={at} />
      {answer === null ? null : (
        <div className={css['below']}>
          <NorthStarTrend />
          <SeveralAway at={at} />
          {Beyond === undefined || at !== null ? null : <Beyond />}
          <BlindSpots notJudged={answer.notJudged} />
          <LeftOutList leftOut={answer.leftOut} />
        </div>
      )}
    </div>
  );
}
