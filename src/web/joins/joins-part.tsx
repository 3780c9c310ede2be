import { Part } from '#web/plain/page.tsx';
import { JoinList } from './join-list.tsx';

/** For administrators: whom accounts of other sources are taken for. */
export function PeopleJoinsPart() {
  return (
    <Part
      title="Who and what is what"
      say="Whom accounts and addresses of other sources are taken for, by name. What is sure enough is used until somebody says otherwise; your word always wins, and can be taken back. That you looked is on record."
    >
      <JoinList
        label="Who is who elsewhere"
        kinds={['person']}
        empty="Nobody is known by another name yet. Connect what your team has besides git, or import a file of it (understudy import FILE): each account found there stands here, with whom it is taken for and why."
      />
    </Part>
  );
}

/** What services, alerts and repositories of other sources are taken for. */
export function ThingJoinsPart() {
  return (
    <Part
      title="Who and what is what"
      say="What services, rotas, alerts, repositories and teams of other sources are taken for, by kind and then by name. Your word always wins over a guess, and can be taken back."
    >
      <JoinList
        label="What is what elsewhere"
        kinds={['area', 'repository', 'runbook', 'team']}
        empty="Nothing is known by another name yet. Import what your team has besides git (understudy import FILE): each service, alert, repository and team named there stands here, with what it is taken for, and why."
      />
    </Part>
  );
}

/** For everybody: what speaks of oneself. */
export function OwnJoinsPart() {
  return (
    <Part
      title="What other sources call you"
      say="Accounts and addresses that are taken for you. Say at any time that one is not you; what is only suggested an administrator confirms."
    >
      <JoinList
        label="What other sources call you"
        kinds={['person']}
        own
        empty="No other source knows you by a name that leads to you. Once one does, it stands here; say above which addresses are yours, so that it can be found."
      />
    </Part>
  );
}
