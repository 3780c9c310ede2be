import { expect, it, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { INCIDENT_IO } from './incident-io.ts';

const ADA = {
  email: 'ada@example.org',
  id: '01FCNDV6P870EA6S7TK1DSYDG0',
  name: 'Ada Example',
  role: 'viewer',
  slack_user_id: 'U02AYNF2XJM',
};
const read = (value: unknown) => toldOf(INCIDENT_IO.file!, givenFile('x.json', JSON.stringify(value)));

/** docs.incident.io, "API reference, Follow-up v2, Updated (public)": its example of a webhook, with a person of ours. */
const FOLLOW_UP = {
  event_type: 'public_incident.follow_up_updated_v2',
  'public_incident.follow_up_updated_v2': {
    assignee: ADA,
    completed_at: '2021-08-19T13:28:57.801578Z',
    created_at: '2021-08-17T13:28:57.801578Z',
    creator: {
      alert: { id: '01GW2G3V0S59R238FAHPDS1R66', title: 'failed to connect' },
      user: ADA,
      workflow: { id: '01FC', name: 'My little workflow' },
    },
    description: 'Call the fire brigade',
    external_issue_reference: { issue_name: 'INC-123', issue_permalink: 'https://example.org/INC-1609', provider: 'asana' },
    id: '01FCNDV6P870EA6S7TK1DSYDG1',
    incident_id: '01FCNDV6P870EA6S7TK1DSYDG2',
    labels: ['bug', 'urgent'],
    priority: { description: 'Needs immediate attention.', id: '01GNW4BAQ7XRMFF6FHKNXDFPRW', name: 'Urgent', rank: 10 },
    status: 'completed',
    title: 'Cat is stuck in the tree',
    updated_at: '2021-08-19T13:28:57.801578Z',
  },
};

it('a follow-up, as the documentation shows it', async () => {
  const file = givenFile('x.json', JSON.stringify(FOLLOW_UP));
  expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['incident-io']);
  const { facts, skipped } = await read(FOLLOW_UP);
  expect(facts.map(({ kind, at, item, actor }) => [kind, at, item, actor])).toEqual([
    [
      'follow-up-opened',
      Date.parse('2021-08-17T13:28:57Z') / 1000,
      'incident-io:incident/01FCNDV6P870EA6S7TK1DSYDG2',
      `incident-io:${ADA.id}`,
    ],
    [
      'follow-up-closed',
      Date.parse('2021-08-19T13:28:57Z') / 1000,
      'incident-io:incident/01FCNDV6P870EA6S7TK1DSYDG2',
      `incident-io:${ADA.id}`,
    ],
  ]);
  expect(skipped).toEqual([]);
});

// docs.incident.io, "Incident statuses v1": all categories that there are.
test.each<[string, boolean]>([
  ['triage', false],
  ['live', false],
  ['paused', false],
  ['learning', true],
  ['closed', true],
  ['declined', true],
  ['merged', true],
  ['canceled', true],
])('an incident in the category %s is over: %s', async (category, over) => {
  const incident = {
    id: '01FDAG4SAP5TYPT98WGR2N7W91',
    name: 'Checkout is down',
    visibility: 'public',
    created_at: '2021-08-17T13:28:57.801578Z',
    updated_at: '2021-08-18T13:28:57.801578Z',
    incident_timestamp_values: [
      {
        incident_timestamp: { name: category === 'learning' ? 'Resolved at' : `${category} at` },
        value: { value: '2021-08-18T12:00:00Z' },
      },
    ],
    incident_status: { category, id: '01FC', name: 'Whatever they call it', rank: 1 },
  };
  const { facts } = await read({ incidents: [incident], pagination_meta: { page_size: 25 } });
  expect(facts.map(({ kind }) => kind)).toEqual(over ? ['incident-opened', 'resolved'] : ['incident-opened']);
});
