import type { FactFamily } from '#core/facts/fact-kinds.ts';

/** What a team has to bring in so that a family of facts is known: systems first that tell it by themselves. */
export const WHO_TELLS: Readonly<Record<FactFamily | 'git', string>> = {
  git: 'a repository',
  changes: 'GitHub, GitLab or Gitea',
  issues: 'GitHub, GitLab or Gitea',
  rights: 'GitHub, GitLab or Gitea, or a table of rights',
  incidents: 'PagerDuty, Alertmanager, incident.io, Grafana OnCall or Opsgenie',
  rota: 'PagerDuty, or a calendar of the rota',
  absences: 'a calendar, or a table of absences',
  calendar: 'a calendar',
  catalog: 'a Backstage catalog',
  decisions: 'decision records in a repository',
  documents: 'runbooks in a repository',
  chat: 'a Slack export, without what was said',
  tickets: 'a table of tickets',
  recognition: 'a table of thanks',
  people: 'a table of people who joined, left, lead',
  deployments: 'GitHub, GitLab or Gitea',
};

export function whoTells(family: string): string {
  return Object.hasOwn(WHO_TELLS, family) ? WHO_TELLS[family as FactFamily] : family;
}
