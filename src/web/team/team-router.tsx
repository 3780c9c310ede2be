import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { ClaimPage } from '#web/claims/claim-page.tsx';
import { AccessLogPage } from '#web/installation/access-log-page.tsx';
import { AgreementPage } from '#web/agreement/agreement-page.tsx';
import { InstallationPage } from '#web/installation/installation-page.tsx';
import { MyPicturePage } from '#web/privacy/my-picture-page.tsx';
import { NamesPage } from '#web/names/names-page.tsx';
import { PeoplePage } from '#web/people/people-page.tsx';
import { repositoryRoutes } from '#web/repository/repository-routes.tsx';
import { SettingsPage } from '#web/settings/settings-page.tsx';
import { parseQuery } from '#web/shell/address.ts';
import { SignalsPage } from '#web/signals/signals-page.tsx';
import { SourcesPage } from '#web/sources/sources-page.tsx';
import { TodayPage } from '#web/today/today-page.tsx';
import { LostPlace } from './lost-place.tsx';
import { TeamShell } from './team-shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: LostPlace });
const team = createRoute({ getParentRoute: () => root, id: 'team', component: TeamShell });
const today = createRoute({ getParentRoute: () => team, path: '/', component: TodayPage });
const me = createRoute({ getParentRoute: () => team, path: '/me', component: MyPicturePage });
const installation = createRoute({ getParentRoute: () => team, path: '/installation', component: InstallationPage });
const accessLog = createRoute({ getParentRoute: () => team, path: '/access-log', component: AccessLogPage });
const names = createRoute({ getParentRoute: () => team, path: '/names', component: NamesPage });
const agreement = createRoute({ getParentRoute: () => team, path: '/agreement', component: AgreementPage });
const people = createRoute({ getParentRoute: () => team, path: '/people', component: PeoplePage });
const settings = createRoute({ getParentRoute: () => team, path: '/settings', component: SettingsPage });
const claim = createRoute({ getParentRoute: () => team, path: '/claims/$claim', component: ClaimPage });
const signals = createRoute({ getParentRoute: () => team, path: '/signals', component: SignalsPage });
const sources = createRoute({ getParentRoute: () => team, path: '/sources', component: SourcesPage });

/** The pages of the team edition. What is about one repository lies below `/r/`, in a frame of its own. */
export function openTeamRouter() {
  return createRouter({
    routeTree: root.addChildren([
      team.addChildren([today, me, names, installation, accessLog, agreement, people, claim, signals, sources, settings]),
      repositoryRoutes(root),
    ]),
    parseSearch: parseQuery,
    stringifySearch: writePlainQuery,
    defaultPreload: false,
    scrollRestoration: true,
  });
}

/** Plain query text for every page, as links of the local page have it. */
function writePlainQuery(search: Record<string, unknown>): string {
  const said = Object.entries(search).flatMap(([key, value]) => (typeof value === 'string' && value !== '' ? [[key, value]] : []));
  const text = new URLSearchParams(said).toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
