import { useState } from 'react';
import type { Answer, Row } from '#core/terms/answer.ts';
import type { AwayValue } from '#core/answers/away.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { useCall } from '#web/data/use-call.ts';
import { useAnswer } from '#web/data/use-call.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Problem } from '#web/parts/notice.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import { ChangedAreas } from './changed-areas.tsx';
import { DayStrip } from './day-strip.tsx';
import { LabForm } from './lab-form.tsx';
import { LabHeadline } from './lab-headline.tsx';
import { LabMap } from './lab-map.tsx';
import css from './lab-page.module.css';
import { readLabAddress } from './read-lab-address.ts';

/** A row of the away answer, as core/answers/away.ts writes it. */
export interface AwayRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly before: Verdict;
  readonly verdict: Verdict;
  readonly carriedBefore: Estimate | null;
  readonly carried: Estimate | null;
  readonly stalled: Estimate | null;
  readonly atLeastOneStalls: number | null;
  readonly metBy: string | readonly string[];
}
export type AwayAnswer = Omit<Answer<AwayValue>, 'rows'> & { readonly rows: readonly AwayRow[] };

/** The absence lab: these people, these days; areas change at once, computed here by the same core code. */
export function LabPage() {
  const { facts } = useWorld();
  const [address] = useAddress();
  const at = momentOf(address.at);
  const people = useCall('people', null);
  const choice = readLabAddress(address, people.result ?? [], at ?? facts.at);
  const [after, setAfter] = useState(true);
  const ready = choice.people.length > 0 && choice.window !== null;
  const ids = choice.people.map(({ id }) => id);
  const away = useAnswer<AwayValue>(
    'away',
    ready ? { who: [], people: ids, from: choice.window!.from, to: choice.window!.to - 1, kind: choice.kind } : undefined,
    at,
  );
  const answer = ready ? (away.result as unknown as AwayAnswer | null) : null;
  const scenario = choice.window === null ? null : { people: ready && after ? ids : [], ...choice.window, kind: choice.kind };
  return (
    <div className={css['lab']}>
      <LabForm choice={choice} people={people.result} mode={facts.mode} />
      <div className={css['middle']}>
        <LabHeadline choice={choice} answer={answer} known={people.result !== null} />
        {away.problem !== null && ready ? <Problem problem={away.problem} /> : null}
        {scenario === null ? null : <LabMap at={at} scenario={scenario} ready={ready} after={after} onAfter={setAfter} />}
        {answer === null ? null : <DayStrip rows={answer.rows} from={choice.window!.from} days={choice.days} />}
      </div>
      <ChangedAreas answer={answer} />
    </div>
  );
}
