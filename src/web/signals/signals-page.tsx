import { Problem } from '#web/parts/notice.tsx';
import { Page } from '#web/plain/page.tsx';
import { useFreshSignals, useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { NothingTold } from './nothing-told.tsx';
import { SignalPanel } from './signal-panel.tsx';
import { SignalsTold } from './signals-told.tsx';

/** Patterns in how the work goes: what is worth a look, whether the whole drifts, and the four questions of the system. */
export function SignalsPage() {
  const { sees } = useMe();
  const seesAll = sees.includes('signals');
  const all = useServer('answer-signals', seesAll ? { query: {} } : undefined);
  const own = useServer('answer-my-signals', sees.includes('self') ? {} : undefined);
  const telling = useServer('count-connections', {});
  useFreshSignals(seesAll ? 'signals' : 'my-signals');
  const problem = all.problem ?? own.problem ?? telling.problem;
  if (problem !== null)
    return (
      <Page headline="Signals">
        <Problem problem={problem} />
      </Page>
    );
  if (telling.result === null || (seesAll && all.result === null)) return <Page headline="Signals" say="Looking …" />;
  if (telling.result.telling === 0) return <NothingTold />;
  return (
    <>
      <SignalsTold all={all.result} own={own.result} />
      <SignalPanel answers={[all.result, own.result].filter((answer) => answer !== null)} />
    </>
  );
}
