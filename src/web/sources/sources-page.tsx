import { counted, everyOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { ActButton } from '#web/plain/form.tsx';
import { ActsCell, DateCell, Empty, Listing, Page, Part } from '#web/plain/page.tsx';
import { ThingJoinsPart } from '#web/joins/joins-part.tsx';
import { FailedPage } from '#web/plain/failed-page.tsx';
import { BeyondGit } from '#web/beyond/beyond-git.tsx';
import { JudgedLine } from '#web/judged/judged-line.tsx';
import { JudgedPage } from '#web/judged/judged-page.tsx';
import { useAct, useFresh, useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { AddSource } from './add-source.tsx';

/** What is read, for whoever looks after it; for everybody else, what that lets us judge. */
export function SourcesPage() {
  return useMe().may.includes('configure') ? <AllSources /> : <JudgedPage />;
}

/** What is read, how far that is, and how to read more. */
function AllSources() {
  const { result, problem } = useServer('list-sources', {});
  useFresh('sources', 'list-sources');
  if (problem !== null) return <FailedPage problem={problem} />;
  const rows = result?.rows ?? [];
  return (
    <Page
      headline={result === null ? 'Looking at what is read …' : rows.length === 0 ? 'Nothing is read yet.' : result.reading}
      say={
        <>
          What code says comes from these repositories. They are read again by themselves; nothing is ever written into them. <JudgedLine />
        </>
      }
    >
      <Part title="Repositories">
        {rows.length === 0 ? (
          <Empty>
            Give the address of one repository below. Its whole history is read once, which takes seconds for small ones and a minute or two
            for the largest; then every page says what would stop, and why.
          </Empty>
        ) : (
          <Listing label="Repositories" heads={['Repository', 'State', 'History', 'Last read (UTC)', '']}>
            {rows.map((row) => (
              <SourceRow key={row.id} row={row} />
            ))}
          </Listing>
        )}
      </Part>
      <Part title="Read another repository" say="A folder on the server, or an address that begins with https:// or ssh://.">
        <AddSource />
      </Part>
      <BeyondGit />
      <ThingJoinsPart />
    </Page>
  );
}

type SourceLine = ReplyOf<'list-sources'>['rows'][number];

function SourceRow({ row }: { readonly row: SourceLine }) {
  const again = useAct('scan-source');
  const forget = useAct('remove-source', 'Answers');
  return (
    <tr>
      <th scope="row">{visible(row.source)}</th>
      <td>
        {visible(row.state)}
        <small>{visible(row.address)}</small>
      </td>
      <td>{row.commits === 0 ? '' : counted(row.commits, 'commit')}</td>
      <DateCell head="Last read (UTC)">
        {row.read}
        <small>
          {everyOf(row.every)}
          {row.credential === 'sealed' ? ' · with a sealed credential' : ''}
        </small>
      </DateCell>
      <ActsCell>
        <ActButton small onAct={async () => await again.run({ params: { source: row.id } })}>
          Read now
        </ActButton>
        <ActButton small sure="Forget all of it?" onAct={async () => await forget.run({ params: { source: row.id } })}>
          Forget
        </ActButton>
      </ActsCell>
    </tr>
  );
}
