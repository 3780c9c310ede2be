import { GITHUB } from '#sources/github/github.ts';
import { BACKSTAGE } from '#sources/backstage/backstage.ts';
import { CALENDAR } from '#sources/calendar/calendar.ts';
import { GITEA } from '#sources/gitea/gitea.ts';
import { GITLAB } from '#sources/gitlab/gitlab.ts';
import { DECISIONS, DOCUMENTS } from '#sources/documents/documents.ts';
import { ALERTMANAGER } from '#sources/alertmanager/alertmanager.ts';
import { GRAFANA_ONCALL } from '#sources/grafana-oncall/grafana-oncall.ts';
import { INCIDENT_IO } from '#sources/incident-io/incident-io.ts';
import { JIRA_ISSUES } from '#sources/exported/jira-issues.ts';
import { orTable } from '#sources/exported/or-table.ts';
import { OPSGENIE } from '#sources/opsgenie/opsgenie.ts';
import { PAGERDUTY } from '#sources/pagerduty/pagerduty.ts';
import { SLACK } from '#sources/slack/slack.ts';
import { SHEET_CONNECTORS } from '#sources/sheets/sheets.ts';
import type { Connector } from './connector.ts';

/** All that can be connected or imported, in the order in which people are shown it. */
export const CONNECTORS: readonly Connector[] = [
  GITHUB,
  GITLAB,
  GITEA,
  // One a line, so that several can be added at a time.
  PAGERDUTY,
  ALERTMANAGER,
  INCIDENT_IO,
  GRAFANA_ONCALL,
  OPSGENIE,
  SLACK,
  CALENDAR,
  BACKSTAGE,
  DECISIONS,
  DOCUMENTS,
  ...SHEET_CONNECTORS.map((one) => (one.kind === 'tickets' ? { ...one, file: orTable(one.file!, JIRA_ISSUES) } : one)),
];

export function connectorOf(kind: string): Connector | undefined {
  return CONNECTORS.find((one) => one.kind === kind);
}
