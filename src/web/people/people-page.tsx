import { Page, Part } from '#web/plain/page.tsx';
import { ProblemPage } from '#web/parts/problem-page.tsx';
import { useServer } from '#web/server/use-server.ts';
import { AccountList } from './account-list.tsx';
import { Invite } from './invite.tsx';

/** Who may come in, and in which roles. Nothing here speaks of anybody's work, and nothing ever will. */
export function PeoplePage() {
  const { result, problem } = useServer('list-accounts', {});
  if (problem !== null && result === null) return <ProblemPage problem={problem} />;
  if (result === null) return <Page headline="Looking who may come in …" />;
  const active = result.accounts.filter(({ state }) => state === 'active').length;
  return (
    <Page headline={active === 1 ? 'One account may come in.' : `${active} accounts may come in.`} say={result.sentence}>
      <Part
        title="Accounts"
        say="In alphabetical order. A role holds until it is taken away; what each sees and may do stands in the guide."
      >
        <AccountList accounts={result.accounts} />
      </Part>
      <Part title="Invite somebody" say="They come in by a link that works once, within a week. Send it to them yourself.">
        <Invite />
      </Part>
    </Page>
  );
}
