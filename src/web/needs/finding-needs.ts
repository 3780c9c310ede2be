import { useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { minuteOf } from '#web/privacy/minute-of.ts';
import { leftWords } from './left-words.ts';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';

/** Findings that nobody but the one who looks sees yet. */
export function useFindingNeeds(): readonly Need[] {
  const { sees } = useMe();
  const [now] = useState(() => Date.now());
  const { result } = useServer('list-my-findings', sees.includes('self') ? {} : undefined);
  const first = (result?.findings ?? []).filter(({ othersSee }) => !othersSee).toSorted((a, b) => (a.othersFrom < b.othersFrom ? -1 : 1));
  const [next, ...more] = first;
  if (next === undefined) return [];
  const left = leftWords(Date.parse(next.othersFrom) - now);
  const until = `${left} left; others see ${more.length === 0 ? 'it' : 'the first of them'} from ${minuteOf(next.othersFrom)} UTC on.`;
  const say =
    more.length === 0
      ? `A finding about ${visible(next.areaName)}${next.isSignal ? '' : ` in ${visible(next.source)}`} concerns you: look at it first. ${until}`
      : `${first.length} findings concern you: look at them first. ${until}`;
  return [{ key: 'findings', say, to: '/me', go: 'Look' }];
}
