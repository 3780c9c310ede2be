import type { ReactNode } from 'react';
import { Empty, Part } from '#web/plain/page.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { useServer } from '#web/server/use-server.ts';
import { AddConnection } from './add-connection.tsx';
import css from './beyond.module.css';
import { ConnectionList } from './connection-list.tsx';
import { HandOver } from './hand-over.tsx';
import { JudgedPicture } from '#web/judged/judged-picture.tsx';
import { sayJudged } from '#web/judged/judged-words.ts';
import { standingBy } from './standing.ts';

/** What came meanwhile is seen without asking; often while something waits to be told. */
const [SOON, SOMETIMES] = [3000, 30_000];

/** What is connected beyond git, what that lets us judge, and how to connect more. */
export function BeyondGit() {
  const told = useServer('list-connections', {}, (reply) => (reply?.connections.some(({ waiting }) => waiting > 0) ? SOON : SOMETIMES));
  const judged = useServer('list-judged', {}, () => SOMETIMES);
  const problem = told.problem ?? judged.problem;
  if (problem !== null) return <Blank say={<Problem problem={problem} />} />;
  if (told.result === null || judged.result === null) return <Blank say="Looking at what is connected …" />;
  const { connections, kinds } = told.result;
  return (
    <Part title="Beyond git" say={<span id="beyond-git">{sayJudged(judged.result.families)}</span>}>
      {connections.length === 0 ? <Teach /> : null}
      <JudgedPicture families={judged.result.families} standingOf={standingBy(connections)} />
      {connections.length === 0 ? null : (
        <Block title="Connected">
          <ConnectionList connections={connections} kinds={kinds} />
        </Block>
      )}
      <Block
        title="Hand over a file"
        say="Exports, calendars, tables. It is recognised by what stands in it; each thing is kept once, however often it comes."
      >
        <HandOver kinds={kinds} />
      </Block>
      <Block title="Connect a source" say="It sends what happens there, or is read by its API. Nothing is ever written into it.">
        <AddConnection kinds={kinds} />
      </Block>
    </Part>
  );
}

function Blank({ say }: { readonly say: ReactNode }) {
  return (
    <Part title="Beyond git">
      <div>{say}</div>
    </Part>
  );
}

function Block({ title, say, children }: { readonly title: string; readonly say?: string; readonly children: ReactNode }) {
  return (
    <section className={css['block']} aria-label={title}>
      <h3>{title}</h3>
      {say === undefined ? null : <p>{say}</p>}
      {children}
    </section>
  );
}

/** What this would show, the smallest thing that brings it, and an example. */
function Teach() {
  return (
    <Empty>
      Git says who changed what. The rows below say what else could be judged, and from what.
      <ol className={css['teach']}>
        <li>
          Smallest: <code>understudy import --templates tables</code> writes tables to fill in, such as who is away and who may deploy. Fill
          one in and hand it over below.
        </li>
        <li>Most at once: the forge. Connect it below, and changes, reviews, issues and rights are told as they happen.</li>
        <li>
          To see it first: <code>understudy demo company</code> makes an invented company with all of this in a data folder of its own.
        </li>
      </ol>
    </Empty>
  );
}
