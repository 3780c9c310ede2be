import { ClaimsWaiting } from '#web/claims/claims-waiting.tsx';
import { MergeList } from '#web/claims/merge-list.tsx';
import { ProposeMerge } from '#web/claims/propose-merge.tsx';
import { Page, Part } from '#web/plain/page.tsx';
import { FailedPage } from '#web/plain/failed-page.tsx';
import { useServer } from '#web/server/use-server.ts';
import { AccountList } from './account-list.tsx';
import { Invite } from './invite.tsx';

/** Who may come in, and in which roles. Nothing here speaks of anybody's work, and nothing ever will. */
export function PeoplePage() {
  const { result, problem } = useServer('list-accounts', {});
  if (problem !== null && result === null) return <FailedPage problem={problem} />;
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
      <Part
        title="Who says who they are"
        say="Oldest first. Confirm only what you know: whoever is confirmed sees what the history says of that spelling."
      >
        <ClaimsWaiting />
      </Part>
      <Part
        title="Who is one person"
        say="Oldest first. A proposal holds once everybody it speaks of, and somebody beside whoever made it, has said yes; one no ends it."
      >
        <MergeList />
        <ProposeMerge />
      </Part>
    </Page>
  );
}
