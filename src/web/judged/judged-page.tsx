import { FailedPage } from '#web/plain/failed-page.tsx';
import { Page, Part } from '#web/plain/page.tsx';
import { useServer } from '#web/server/use-server.ts';
import { JudgedPicture } from './judged-picture.tsx';
import { sayJudged } from './judged-words.ts';

/** What can be judged and what cannot, for whoever does not look after sources: nothing of what is connected, nobody's address. */
export function JudgedPage() {
  const { result, problem } = useServer('list-judged', {});
  if (problem !== null) return <FailedPage problem={problem} />;
  if (result === null) return <Page headline="Looking at what can be judged …" />;
  return (
    <Page
      headline={sayJudged(result.families)}
      say="An administrator connects sources. Nothing is judged from what is not connected, and nothing is ever written into a source."
    >
      <Part title="Beyond git">
        <JudgedPicture families={result.families} />
      </Part>
    </Page>
  );
}
