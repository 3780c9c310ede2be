import type { ReactNode } from 'react';
import { visible } from '#core/report/visible.ts';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import css from './today.module.css';

interface Need {
  readonly key: string;
  readonly say: string;
  readonly to: string;
  readonly go: string;
}

/** What waits for the one who looks, and for nobody else; a calm sentence where nothing does. */
export function NeedList(): ReactNode {
  const needs = useNeeds();
  if (needs.length === 0) return <p className={css['calm']}>Nothing waits for you.</p>;
  return (
    <ul className={css['needs']}>
      {needs.map(({ key, say, to, go }) => (
        <li key={key}>
          <span>{say}</span>
          <a href={to}>{go}</a>
        </li>
      ))}
    </ul>
  );
}

function useNeeds(): readonly Need[] {
  const administers = useMe().may.includes('configure');
  const accounts = useServer('list-accounts', administers ? {} : undefined).result;
  const sources = useServer('list-sources', administers ? {} : undefined).result;
  const second: readonly Need[] =
    accounts?.secondAdministratorMissing === true
      ? [{ key: 'second', say: accounts.sentence, to: '/people', go: 'Make somebody the second one' }]
      : [];
  const none: readonly Need[] =
    sources?.rows.length === 0 ? [{ key: 'none', say: 'Nothing is read yet.', to: '/sources', go: 'Read the first repository' }] : [];
  const troubled = (sources?.rows ?? []).filter(({ trouble }) => trouble !== '');
  return [
    ...none,
    ...second,
    ...troubled.map(
      ({ id, source, trouble }): Need => ({
        key: id,
        say: `${visible(source)} could not be read: ${visible(trouble)}`,
        to: '/sources',
        go: 'See sources',
      }),
    ),
  ];
}
