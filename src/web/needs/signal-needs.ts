import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';
import { signalsWaiting } from './signal-words.ts';

/** Signals that nobody has explained or acted on. What concerns oneself comes as a finding. */
export function useSignalNeeds(): readonly Need[] {
  const { result } = useServer('answer-signals', useMe().sees.includes('signals') ? { query: {} } : undefined);
  const say = result === null ? null : signalsWaiting(result.rows);
  return say === null ? [] : [{ key: 'signals', say, to: '/signals', go: 'Look at them' }];
}
