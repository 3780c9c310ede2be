import { Part, Page } from '#web/plain/page.tsx';
import { useRepositories } from '#web/server/use-repositories.ts';
import { useMe } from '#web/team/me-context.ts';
import { NeedList } from './need-list.tsx';
import { RepositoryList } from './repository-list.tsx';

/** What needs the one who looks, and how things stand. */
export function TodayPage() {
  const { sees } = useMe();
  const { result, problem } = useRepositories();
  return (
    <Page headline={headlineOf(result?.reading, sees.includes('areas'))}>
      <Part title="What needs you">
        <NeedList />
      </Part>
      {sees.includes('areas') ? (
        <Part
          title="Repositories"
          say="Each by itself, in alphabetical order: what would still be carried in the one absence that costs it most."
        >
          <RepositoryList answer={result} problem={problem} />
        </Part>
      ) : null}
    </Page>
  );
}

function headlineOf(reading: string | undefined, seesAreas: boolean): string {
  if (!seesAreas) return 'Your roles let you set things up, and show you nobody’s work.';
  return reading ?? 'Looking how things stand …';
}
