import { Cards } from '#web/plain/cards.tsx';
import type { ComponentType } from 'react';
import { useSearch } from '@tanstack/react-router';
import { Empty, Page, Part } from '#web/plain/page.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { AskForNames, type Chosen } from './ask-for-names.tsx';
import { AskerActs, CouncilActs, OpeningItem } from './opening-item.tsx';
import { clockOf, type Opening, whatOf } from './opening-words.ts';

/** Names behind four eyes: who asks, who agrees, and what was opened. */
export function NamesPage() {
  const { mode, may, sees, accountId } = useMe();
  const chosen: Chosen = useSearch({ strict: false });
  const decides = may.includes('agree to names');
  const own = useServer('list-my-openings', sees.includes('ownLog') ? {} : undefined);
  const all = useServer('list-openings', decides ? {} : undefined);
  if (mode !== 'council') return <Page headline={ELSEWHERE[mode]} say="Names behind four eyes belong to council mode." />;
  const mine = (own.result?.openings ?? []).filter(({ askedBy }) => askedBy === accountId);
  const aboutMe = (own.result?.openings ?? []).filter(({ askedBy, concernsMe }) => concernsMe && askedBy !== accountId);
  const problem = own.problem ?? all.problem;
  return (
    <Page
      headline={headlineOf({ mine, all: all.result?.openings ?? [], decides })}
      say="Areas are shown without people. Where work stands still and its carriers have to be reached, names open to one person, for some hours, once somebody else of the council agrees. Everything here stands in the access log, and whoever is named sees it."
    >
      {problem === null ? null : <Problem problem={problem} />}
      {decides && all.result !== null ? <CouncilParts openings={all.result.openings} /> : null}
      {may.includes('ask for names') ? (
        <>
          {mine.length === 0 ? null : (
            <Part title="What you asked for">
              <Openings label="What you asked for" openings={mine} Acts={AskerActs} />
            </Part>
          )}
          <Part title="Ask for names">
            <AskForNames {...chosen} />
          </Part>
        </>
      ) : null}
      {aboutMe.length === 0 ? null : (
        <Part title="Where your name is meant" say="You need not do anything. Each reading stands in who looked, on My picture.">
          <Openings label="Where your name is meant" openings={aboutMe} />
        </Part>
      )}
    </Page>
  );
}

const ELSEWHERE = {
  solo: 'In solo mode names are not closed, so there is nothing to open.',
  team: 'In team mode nobody opens names: ask whom it concerns.',
} as const;

function CouncilParts({ openings }: { readonly openings: readonly Opening[] }) {
  const live = openings.filter(({ state }) => state === 'waiting' || state === 'open');
  const past = openings.filter((opening) => !live.includes(opening));
  return (
    <>
      <Part title="For the council to decide" say="One yes of somebody else opens; one no refuses, or closes what is open.">
        {live.length === 0 ? (
          <Empty>Nobody asks for names. When somebody does, you read here which areas, for how long and why, and decide.</Empty>
        ) : (
          <Openings label="For the council to decide" openings={live} Acts={CouncilActs} />
        )}
      </Part>
      {past.length === 0 ? null : (
        <Part title="What was decided" say="Newest first. It ends with the access log’s term.">
          <Openings label="What was decided" openings={past} />
        </Part>
      )}
    </>
  );
}

interface OpeningsProps {
  readonly label: string;
  readonly openings: readonly Opening[];
  /** What can be done with each. */
  readonly Acts?: ComponentType<{ readonly opening: Opening }>;
}

function Openings({ label, openings, Acts }: OpeningsProps) {
  return (
    <Cards label={label}>
      {openings.map((opening) => (
        <OpeningItem key={opening.id} opening={opening}>
          {Acts === undefined ? null : <Acts opening={opening} />}
        </OpeningItem>
      ))}
    </Cards>
  );
}

interface Standing {
  readonly mine: readonly Opening[];
  readonly all: readonly Opening[];
  readonly decides: boolean;
}

function headlineOf({ mine, all, decides }: Standing): string {
  const open = mine.find(({ state }) => state === 'open');
  if (open !== undefined) return `Names of ${whatOf(open)} are open to you until ${clockOf(open.until ?? open.askedAt)}.`;
  const waiting = all.filter(({ state }) => state === 'waiting').length;
  if (decides && waiting > 0)
    return waiting === 1 ? 'One request for names waits for the council.' : `${waiting} requests for names wait for the council.`;
  if (decides && all.some(({ state }) => state === 'open')) return 'Names are open to somebody now.';
  return mine.some(({ state }) => state === 'waiting') ? 'What you asked for waits for the council.' : 'No names are open to you.';
}
