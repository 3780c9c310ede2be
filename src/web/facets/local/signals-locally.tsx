import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReplyOf } from '#contract/operations.ts';
import type { Answer } from '#core/terms/answer.ts';
import { keepAnswer } from '#web/data/answers-on-page.ts';
import { SIGNALS_OF_PAGE } from '#web/facets/asked/beyond-of-page.ts';
import { Problem } from '#web/parts/notice.tsx';
import { Page } from '#web/plain/page.tsx';
import { NothingTold } from '#web/signals/nothing-told.tsx';
import { SignalsTold } from '#web/signals/signals-told.tsx';

/** On one's own machine: what `understudy signals` notices, asked of the command that serves the page. */
export function SignalsLocally({ told }: { readonly told: boolean }) {
  const { data, error } = useQuery<ReplyOf<'answer-signals'>>({
    queryKey: SIGNALS_OF_PAGE.key,
    queryFn: async ({ signal }) => await SIGNALS_OF_PAGE.read(signal),
    enabled: told,
    retry: false,
  });
  useEffect(() => {
    if (data !== undefined) keepAnswer('signals', data as unknown as Answer);
  }, [data]);
  if (!told) return <NothingTold />;
  if (error !== null)
    return (
      <Page headline="Signals">
        <Problem problem={error} />
      </Page>
    );
  return data === undefined ? (
    <Page headline="Signals" say="Looking at everything that was told: a few seconds, the first time …" />
  ) : (
    <SignalsTold all={data} own={null} />
  );
}
