import { type AnyRoute, createRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaPage } from '#web/area/area-page.tsx';
import { AreasPage } from '#web/area/areas-page.tsx';
import { AtlasPage } from '#web/atlas/atlas-page.tsx';
import { EvaluationPage } from '#web/evaluation/evaluation-page.tsx';
import { FrontPage } from '#web/front/front-page.tsx';
import { LabPage } from '#web/lab/lab-page.tsx';
import { readAddress } from '#web/shell/address.ts';
import { RepositoryFrame } from './repository-frame.tsx';

/** `/r/{source}/…`: the pages of one repository, the same as on one's own machine, asked of the server. */
export function repositoryRoutes(root: AnyRoute): AnyRoute {
  const frame = createRoute({ getParentRoute: () => root, path: '/r/$source', component: RepositoryFrame, validateSearch: readAddress });
  const page = (path: string, draws: () => ReactNode): AnyRoute => createRoute({ getParentRoute: () => frame, path, component: draws });
  return frame.addChildren([
    page('/', FrontPage),
    page('/map', AtlasPage),
    page('/away', LabPage),
    page('/areas', AreasPage),
    page('/areas/$area', AreaPage),
    page('/evaluation', EvaluationPage),
  ]);
}
