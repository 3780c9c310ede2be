import { Page } from '#web/plain/page.tsx';
import { useServer } from '#web/server/use-server.ts';

/** What needs the one who looks, and how things stand. */
export function TodayPage() {
  const { result } = useServer('server-facts', {});
  return <Page headline="Today" say={result === null ? undefined : result.purpose} />;
}
