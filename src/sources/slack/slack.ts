import type { Connector, FileSample } from '#sources/connecting/connector.ts';
import { readExport } from './read-export.ts';
import { SLACK_EVENTS } from './slack-events.ts';

export const SLACK: Connector = {
  kind: 'slack',
  name: 'Slack',
  gives: ['chat'],
  reads:
    'Who asked and who answered in channels, when, whom they named, whether it was a question, asked why or led to something written. What was said is looked at for that and thrown away; direct messages are never read.',
  file: { takes: 'exports of a workspace (.zip)', recognises, unkept: true, read: readExport },
  webhook: SLACK_EVENTS,
};

function recognises({ name, head }: FileSample): boolean {
  const zip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
  return zip && (/slack.*export/i.test(name) || /(channels|users|integration_logs)\.json/.test(new TextDecoder('latin1').decode(head)));
}
