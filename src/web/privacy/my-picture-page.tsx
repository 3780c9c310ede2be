import { Cards } from '#web/plain/cards.tsx';
import type { ReplyOf } from '#contract/operations.ts';
import { Empty, Page, Part } from '#web/plain/page.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { useServer } from '#web/server/use-server.ts';
import { LogListing } from './log-listing.tsx';
import { minuteOf } from './minute-of.ts';
import { MyFinding } from './my-finding.tsx';
import { OwnData } from './own-data.tsx';

/** What the one who looks is shown of themself, and nobody else is: what concerns them, and who looked. */
export function MyPicturePage() {
  const { result, problem } = useServer('list-my-findings', {});
  return (
    <Page
      headline={result === null ? 'Looking what concerns you …' : headlineOf(result.findings)}
      say={
        <>
          Nobody but you sees this page. What others may see, for how long anything is kept and what it may be used for stands in the{' '}
          <a href="/agreement">works agreement</a>.
        </>
      }
    >
      <Part
        title="Findings that concern you"
        say="Areas that you alone carry, or that only you ever knew. They say how the work is cut, not how you do it. Others never see your name with one; where few people work they may know whom it means all the same, and so you look first. Your note stands with it wherever it is shown."
      >
        {problem !== null && result === null ? <Problem problem={problem} /> : null}
        {result === null ? null : <Findings findings={result.findings} />}
      </Part>
      <Part
        title="Who looked"
        say="Whatever was asked about you, and what you asked yourself; newest first. People stand in it by key, never by name."
      >
        <LogListing id="read-own-access-log" />
      </Part>
      <Part title="What is kept about you">
        <OwnData />
      </Part>
    </Page>
  );
}

type Finding = ReplyOf<'list-my-findings'>['findings'][number];

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <NoFinding />;
  return (
    <Cards>
      {findings.map((finding) => (
        <MyFinding key={finding.id} finding={finding} />
      ))}
    </Cards>
  );
}

/** Nothing can be found about somebody of whom it is not known which names in the history are theirs. */
function NoFinding() {
  const { result } = useServer('my-belongings', {});
  const isKnown = result === null || result.claims.some(({ state }) => state === 'confirmed');
  return isKnown ? (
    <Empty>No area hangs on you alone. When one does, you see it here for 72 hours before anybody else.</Empty>
  ) : (
    <Empty>
      It is not known yet which names in the history are yours, so nothing can be said about you, and nobody can give you the first look.{' '}
      <a href="/settings">Say which names are yours</a>
    </Empty>
  );
}

function headlineOf(findings: readonly Finding[]): string {
  const own = findings.filter(({ othersSee }) => !othersSee).map(({ othersFrom }) => othersFrom);
  const [first] = own.toSorted();
  const many = findings.length > 1;
  if (findings.length === 0) return 'No finding concerns you.';
  const concern = `${many ? `${findings.length} findings concern` : 'One finding concerns'} you`;
  if (first === undefined) return `${concern}; others see ${many ? 'them' : 'it'} too, without your name.`;
  const meant = own.length < findings.length ? `${own.length} of them` : many ? 'any of them' : 'it';
  return `${concern}; nobody else sees ${meant} before ${minuteOf(first)} UTC.`;
}
