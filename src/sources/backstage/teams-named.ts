import type { Place } from '#core/facts/fact.ts';
import type { Entity } from './read-entity.ts';

/**
 * Teams of forges that a group says it is, as Backstage's own readers of GitHub and GitLab annotate groups. The host of a team that only its slug
 * names is where its file says it is.
 */
export function teamsNamed({ kind, annotations }: Entity, repositories: readonly string[]): readonly Place[] {
  if (kind !== 'group') return [];
  const host = repositories[0]?.split('/')[0] ?? '';
  return [...annotations].flatMap(([name, value]): readonly Place[] => {
    const path = /^\s*(\w[\w.-]*(?:\/\w[\w.-]*){0,20})\s*$/.exec(value)?.[1]?.toLowerCase();
    if (path === undefined) return [];
    if (name === 'github.com/team-slug') return path.includes('/') ? [`team:${/github/.test(host) ? host : 'github.com'}/${path}`] : [];
    const at = /^(\w[\w.-]{0,250}\.\w{1,60}(?::\d{1,5})?)\/team-path$/.exec(name)?.[1]?.toLowerCase();
    return at === undefined ? [] : [`team:${at}/${path}`];
  });
}
