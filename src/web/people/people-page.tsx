import { ClaimsWaiting } from '#web/claims/claims-waiting.tsx';
import { MergeList } from '#web/claims/merge-list.tsx';
import { ProposeMerge } from '#web/claims/propose-merge.tsx';
import { PeopleJoinsPart } from '#web/joins/joins-part.tsx';
import { FailedPage } from '#web/plain/failed-page.tsx';
import { Page, Part } from '#web/plain/page.tsx';
import { useServer } from '#web/server/use-server.ts';
import { AccountList } from './account-list.tsx';
import { Invite } from './invite.tsx';
import { ServiceList } from './service-list.tsx';
import { TeamList } from './team-list.tsx';

/** Who may come in, in which roles and teams. Nothing here speaks of anybody's work, and nothing ever will. */
export function PeoplePage() {
  const { result, problem } = useServer('list-accounts', {});
  if (problem !== null && result === null) return <FailedPage problem={problem} />;
  if (result === null) return <Page headline="Looking who may come in …" />;
  const persons = result.accounts.filter(({ kind }) => kind === 'person');
  const active = persons.filter(({ state }) => state === 'active');
  const services = result.accounts
    .filter(({ kind }) => kind === 'service')
    .map(({ id, name, state }) => ({ id, name, isActive: state === 'active' }));
  return (
    <Page headline={active.length === 1 ? 'One person may come in.' : `${active.length} people may come in.`} say={result.sentence}>
      <Part title="People" say="In alphabetical order. A role holds until it is taken away; what each sees and may do stands in the guide.">
        <AccountList accounts={persons} />
      </Part>
      <Part title="Invite somebody" say="They come in by a link that works once, within a week. Send it to them yourself.">
        <Invite />
      </Part>
      <Part title="Who says who they are" say="Oldest first. Confirm only what you know from them.">
        <ClaimsWaiting />
      </Part>
      <Part
        title="Teams"
        say="In alphabetical order, as are the people in them; somebody may be in several. Who was in which team, and when, stays on record."
      >
        <TeamList joining={active} />
      </Part>
      <Part
        title="Who is one person"
        say="Oldest first. A proposal holds once everybody it speaks of, and somebody beside whoever made it, has said yes; one no ends it."
      >
        <MergeList />
        <ProposeMerge />
      </Part>
      <PeopleJoinsPart />
      <Part
        title="Services"
        say="Accounts for scripts, agents and directories: nobody signs in with them, and each does only what its tokens are let do."
      >
        <ServiceList services={services} />
      </Part>
    </Page>
  );
}
