import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { PeoplePage } from '#web/people/people-page.tsx';
import { SettingsPage } from '#web/settings/settings-page.tsx';
import { SourcesPage } from '#web/sources/sources-page.tsx';
import { TodayPage } from '#web/today/today-page.tsx';
import { LostPlace } from './lost-place.tsx';
import { TeamShell } from './team-shell.tsx';

const root = createRootRoute({ component: TeamShell, notFoundComponent: LostPlace });
const today = createRoute({ getParentRoute: () => root, path: '/', component: TodayPage });
const people = createRoute({ getParentRoute: () => root, path: '/people', component: PeoplePage });
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage });
const sources = createRoute({ getParentRoute: () => root, path: '/sources', component: SourcesPage });

/** The pages of the team edition. What is about one repository lies below `/r/`. */
export function openTeamRouter() {
  return createRouter({ routeTree: root.addChildren([today, people, sources, settings]), defaultPreload: false, scrollRestoration: true });
}
