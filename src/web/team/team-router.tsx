import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { SourcesPage } from '#web/sources/sources-page.tsx';
import { TodayPage } from '#web/today/today-page.tsx';
import { LostPlace } from './lost-place.tsx';
import { TeamShell } from './team-shell.tsx';

const root = createRootRoute({ component: TeamShell, notFoundComponent: LostPlace });
const today = createRoute({ getParentRoute: () => root, path: '/', component: TodayPage });
const sources = createRoute({ getParentRoute: () => root, path: '/sources', component: SourcesPage });

/** The pages of the team edition. What is about one repository lies below `/r/`. */
export function openTeamRouter() {
  return createRouter({ routeTree: root.addChildren([today, sources]), defaultPreload: false, scrollRestoration: true });
}
