import { Outlet, useRouterState } from '@tanstack/react-router';
import { Brand } from '#web/frame/brand.tsx';
import { Frame } from '#web/frame/frame.tsx';
import { Navigation } from '#web/frame/navigation.tsx';
import { ThemeSwitch } from '#web/frame/theme-switch.tsx';
import { Tools } from '#web/frame/tools.tsx';
import { useMe } from './me-context.ts';
import { TEAM_PLACES } from './team-places.ts';

/** The frame around every page of the team edition. */
export function TeamShell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const place = TEAM_PLACES.find(({ to }) => to === path)?.label ?? 'Team';
  return (
    <Frame title={place} header={<TeamHeader />}>
      <Outlet />
    </Frame>
  );
}

function TeamHeader() {
  const { may } = useMe();
  return (
    <>
      <Brand />
      <Navigation places={TEAM_PLACES.filter(({ may: right }) => right === undefined || may.includes(right))} />
      <Tools>
        <ThemeSwitch />
      </Tools>
    </>
  );
}
