import { Outlet, useRouterState } from '@tanstack/react-router';
import { FindButton } from '#web/finder/find-button.tsx';
import { useFinding } from '#web/finder/use-finding.ts';
import { Brand } from '#web/frame/brand.tsx';
import { Frame } from '#web/frame/frame.tsx';
import { Navigation } from '#web/frame/navigation.tsx';
import { ThemeSwitch } from '#web/frame/theme-switch.tsx';
import { Tools } from '#web/frame/tools.tsx';
import { TeamFinder } from './team-finder.tsx';
import { TEAM_PLACES } from './team-places.ts';
import { useTeamPlaces } from './use-team-places.ts';

/** The frame around every page of the team edition. */
export function TeamShell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const place = TEAM_PLACES.find(({ to }) => to === path)?.label ?? 'Team';
  const { open, ...finding } = useFinding();
  return (
    <>
      <Frame title={place} header={<TeamHeader onFind={open} />}>
        <Outlet />
      </Frame>
      <TeamFinder {...finding} />
    </>
  );
}

function TeamHeader({ onFind }: { readonly onFind: () => void }) {
  return (
    <>
      <Brand />
      <Navigation places={useTeamPlaces()} />
      <Tools>
        <FindButton title="Find a page or a repository" onFind={onFind} />
        <ThemeSwitch />
      </Tools>
    </>
  );
}
