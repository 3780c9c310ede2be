import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { visible } from '#core/report/visible.ts';
import { Choose } from '#web/parts/choose.tsx';
import { useRepositories } from '#web/server/use-repositories.ts';
import { rememberRepository } from './last-repository.ts';

/** Which repository is looked at, and the way to the same page of another one. */
export function RepositorySwitch({ source }: { readonly source: string }) {
  const { result } = useRepositories();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const rows = result?.rows ?? [];
  const here = rows.find(({ id, repository }) => id === source || repository === source)?.id;
  useEffect(() => {
    if (here !== undefined) rememberRepository(here);
  }, [here]);
  if (here === undefined) return null;
  const go = (id: string): void => {
    // Areas are named by their repository: of another one, the list of them is the nearest page.
    const page = path.split('/').slice(3, 4).join('/');
    void navigate({ to: `/r/${encodeURIComponent(id)}${page === '' ? '' : `/${page}`}` as '/' });
  };
  return (
    <Choose label="Repository" value={here} onChange={go} options={rows.map(({ id, repository }) => [id, visible(repository)] as const)} />
  );
}
