import type { InventedDeployment, Organisation } from '#core/organisation/organisation.ts';

/** A roll-out and the commit that it brought: a forge knows no more of it than the commit, and where that lies. */
export interface RolledOut {
  readonly deployment: InventedDeployment;
  /** Index into `Organisation.commits`. */
  readonly commit: number;
}

/** Each roll-out brings the latest commit of its area; before the first one there is nothing to roll out. In time order. */
export function rolledOut({ commits, deployments }: Pick<Organisation, 'commits' | 'deployments'>): readonly RolledOut[] {
  const latest = new Map<number, number>();
  let next = 0;
  return deployments
    .toSorted((a, b) => a.at - b.at || a.area - b.area)
    .flatMap((deployment) => {
      for (; next < commits.length && commits[next]!.at <= deployment.at; next++) latest.set(commits[next]!.area, next);
      const commit = latest.get(deployment.area);
      return commit === undefined ? [] : [{ deployment, commit }];
    });
}
