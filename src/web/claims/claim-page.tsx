import { useParams } from '@tanstack/react-router';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { FailedPage } from '#web/plain/failed-page.tsx';
import { dayOf } from '#web/plain/minute-and-day.ts';
import { Empty, Page, Part } from '#web/plain/page.tsx';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { DecideClaim } from './decide-claim.tsx';
import { STATE_WORDS } from './state-words.ts';

type Claim = ReplyOf<'see-claim'>;

/** Where somebody is asked whether another is who they say they are. */
export function ClaimPage() {
  const { claim: id = '' } = useParams({ strict: false }) as { readonly claim?: string };
  const { result, problem } = useServer('see-claim', { params: { claim: id } });
  if (problem !== null && result === null) return <FailedPage problem={problem} />;
  if (result === null) return <Page headline="Looking who says so …" />;
  return (
    <Page
      headline={`${visible(result.name)} says: ${visible(result.spelling)} in the history is me.`}
      say={`Said on ${dayOf(result.madeAt)}; ${STATE_WORDS[result.state]}.`}
    >
      <YourWord claim={result} />
    </Page>
  );
}

function YourWord({ claim }: { readonly claim: Claim }) {
  const administers = useMe().may.includes('configure');
  const own = useServer('my-belongings', {}).result;
  if (claim.state === 'confirmed')
    return <Empty>It is settled: what the history says of this spelling is theirs to see. They can take it back at any time.</Empty>;
  if (claim.state !== 'proposed')
    return <Empty>There is nothing more to say of it. If it was right after all, it can be claimed anew.</Empty>;
  if (claim.isOwn)
    return <Empty>This is about you, and nobody decides on their own claim. Send the address of this page to somebody who may.</Empty>;
  if (own === null) return <output aria-busy="true" />;
  if (!administers && own.claims.every(({ state }) => state !== 'confirmed'))
    return (
      <Empty>
        Only administrators, and people who are confirmed themselves, may say so. <a href="/settings">Say first who you are yourself</a>
      </Empty>
    );
  return (
    <Part
      title="Is that so?"
      say="Confirm it only if you know it from them: whoever is confirmed sees everything that this history says about that spelling."
    >
      <DecideClaim id={claim.id} mayRefuse={administers} />
    </Part>
  );
}
