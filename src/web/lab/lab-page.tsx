import { useState } from 'react';
import type { ScenarioInput } from '#core/weights/node-weights.ts';
import { useAreas } from '#web/data/area-answer.ts';
import { useCall } from '#web/data/use-call.ts';
import { useWorld } from '#web/data/world-context.ts';
import { HeldNotice } from '#web/parts/held-notice.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { momentOf, readAddress, useAddress } from '#web/shell/address.ts';
import { AnyoneAway, AnyoneHeadline } from './anyone-away.tsx';
import { useAwayAnswer } from './away-answer.ts';
import { ChangedAreas } from './changed-areas.tsx';
import { DayStrip } from '#web/others/day-strip.tsx';
import { Inherits } from '#web/others/inherits.tsx';
import { PairsList } from '#web/others/pairs-list.tsx';
import { Successors } from '#web/others/successors.tsx';
import { LabForm } from './lab-form.tsx';
import { LabHeadline } from './lab-headline.tsx';
import { LabMap } from './lab-map.tsx';
import css from './lab-page.module.css';
import { NobodyYet, OwnDays } from './own-days.tsx';
import { readLabAddress } from './read-lab-address.ts';
import { ReadyList } from '#web/others/ready-list.tsx';

/** The absence lab: these people, these days; areas change at once, computed here by the same core code. */
export function LabPage() {
  const { facts, from, beyondAway: Beyond } = useWorld();
  const isOwn = from === 'server';
  const { people, choice, at } = useLabChoice(isOwn);
  const [after, setAfter] = useState(true);
  const areas = useAreas(at);
  const { result: answer, problem } = useAwayAnswer(choice, at);
  const ready = answer !== null;
  const ids = choice.people.map(({ id }) => id);
  // Before anybody is picked the map shows each area without the one person it leans on most.
  const scenario: ScenarioInput | null =
    choice.window === null || ids.length === 0 ? null : { people: after ? ids : [], ...choice.window, kind: choice.kind };
  const asked =
    choice.window === null || ids.length === 0
      ? null
      : { people: ids, from: choice.window.from, to: choice.window.to - 1, kind: choice.kind };
  const nobody = people.result !== null && ids.length === 0;
  const agents = choice.people.some(({ isAgent }) => isAgent);
  const handOver = asked === null || agents ? null : <ReadyList asked={{ people: ids, from: asked.from, to: asked.to }} at={at} />;
  if (isOwn && facts.me === null) return <NobodyYet />;
  return (
    <div className={css['lab']}>
      {isOwn ? <OwnDays choice={choice} /> : <LabForm choice={choice} people={people.result} mode={facts.mode} now={at ?? facts.at} />}
      <div className={css['middle']}>
        {nobody && choice.window !== null ? (
          <AnyoneHeadline at={at} />
        ) : (
          <LabHeadline choice={choice} answer={answer} known={people.result !== null} />
        )}
        {problem === null ? null : <Problem problem={problem} />}
        <HeldNotice leftOut={areas.result?.leftOut ?? []} />
        {choice.window === null ? null : <LabMap at={at} scenario={scenario} ready={ready} after={after} onAfter={setAfter} />}
        {isOwn ? handOver : null}
        {Beyond === undefined || asked === null ? null : <Beyond people={ids} from={choice.from} to={choice.to} />}
        {answer === null || choice.window === null ? null : <DayStrip rows={answer.rows} from={choice.window.from} days={choice.days} />}
        {answer === null || answer.value.areasJudged === 0 ? null : <Inherits answer={answer} />}
        {isOwn ? null : handOver}
        {asked === null || facts.mode !== 'solo' || isOwn ? null : (
          <Successors asked={asked} at={at} title="Who could carry on what they lead" />
        )}
        {nobody ? <PairsList at={at} /> : null}
      </div>
      {nobody ? <AnyoneAway at={at} /> : <ChangedAreas answer={answer} />}
    </div>
  );
}

/** Who is away and when, as the address says; on a team's server that is the one who asks, whoever a link names. */
function useLabChoice(isOwn: boolean) {
  const { facts } = useWorld();
  const [now] = useState(() => Date.now() / 1000);
  const [address] = useAddress();
  const at = momentOf(address.at);
  const people = useCall('people', null);
  const choice = readLabAddress(isOwn ? readAddress({ ...address, who: '' }) : address, {
    people: people.result ?? [],
    me: facts.me,
    // One's own leave is ahead; a look at anybody's absence begins where the history ends.
    at: isOwn ? Math.max(now, facts.at) : (at ?? facts.at),
    usual: isOwn ? 'planned' : 'sudden',
  });
  return { people, choice, at };
}
