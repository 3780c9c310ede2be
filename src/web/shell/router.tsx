import { createBrowserHistory, createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AreaPage } from '#web/area/area-page.tsx';
import { AreasPage } from '#web/area/areas-page.tsx';
import { AtlasPage } from '#web/atlas/atlas-page.tsx';
import { EvaluationPage } from '#web/evaluation/evaluation-page.tsx';
import { LocalSignals } from '#web/facets/local/local-beyond.tsx';
import { FrontPage } from '#web/front/front-page.tsx';
import { LabPage } from '#web/lab/lab-page.tsx';
import { parseQuery, readAddress, writeQuery } from './address.ts';
import { LostPage } from './lost-page.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, validateSearch: readAddress, notFoundComponent: LostPage });
const home = createRoute({ getParentRoute: () => root, path: '/', component: FrontPage });
const atlas = createRoute({ getParentRoute: () => root, path: '/map', component: AtlasPage });
const lab = createRoute({ getParentRoute: () => root, path: '/away', component: LabPage });
const areas = createRoute({ getParentRoute: () => root, path: '/areas', component: AreasPage });
const area = createRoute({ getParentRoute: () => root, path: '/areas/$area', component: AreaPage });
const signals = createRoute({ getParentRoute: () => root, path: '/signals', component: LocalSignals });
const evaluation = createRoute({ getParentRoute: () => root, path: '/evaluation', component: EvaluationPage });

/** A page from a disk keeps its view behind `#`, where no server is asked. */
export function openRouter() {
  const fromDisk = location.protocol === 'file:';
  return createRouter({
    routeTree: root.addChildren([home, atlas, lab, areas, area, signals, evaluation]),
    history: fromDisk ? createHashHistory() : createBrowserHistory(),
    parseSearch: parseQuery,
    stringifySearch: writeQuery,
    defaultPreload: false,
    scrollRestoration: !fromDisk,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}
