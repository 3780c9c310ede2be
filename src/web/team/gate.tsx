import type { ReactNode } from 'react';
import { Refusal } from '#core/terms/refusal.ts';
import { SignInPage } from '#web/entry/sign-in-page.tsx';
import { Notice, Problem } from '#web/parts/notice.tsx';
import { useServer } from '#web/server/use-server.ts';
import { MeContext } from './me-context.ts';

/** Nothing behind it is shown before the server has said who is there; a session that ends leads here again. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { result, problem } = useServer('who-am-i', {});
  if (problem instanceof Refusal && problem.code === 'not-signed-in') return <SignInPage />;
  if (problem !== null && result === null)
    return (
      <Notice title="The server cannot be reached." say="Nothing is lost; what was asked is asked again as soon as it answers.">
        <Problem problem={problem} />
      </Notice>
    );
  return result === null ? <output aria-busy="true" /> : <MeContext value={result}>{children}</MeContext>;
}
