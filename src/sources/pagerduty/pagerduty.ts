import type { Told } from '#core/facts/told.ts';
import type { Connector, Delivery } from '#sources/connecting/connector.ts';
import { orTable } from '#sources/exported/or-table.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { readListedFile } from '#sources/payloads/read-listed-file.ts';
import { looksLikeJsonWith } from '#sources/payloads/read-json-file.ts';
import { hasShape, parsedJson, shapeIn, shapeOf } from '#sources/payloads/shape.ts';
import { signedByHex } from '#sources/signatures/signed-by-hex.ts';
import { PAGERDUTY_INCIDENTS } from './exported-incidents.ts';
import { readEvent, typeOfEvent } from './read-event.ts';
import { strippedBody } from './notes-kept.ts';
import { PAGERDUTY_API } from './pagerduty-api.ts';
import { LISTS, readRecord } from './records/read-record.ts';

export const PAGERDUTY: Connector = {
  kind: 'pagerduty',
  name: 'PagerDuty',
  gives: ['incidents', 'rota'],
  reads:
    'Who was paged, who took an incident, whom they called in, who ended it, and who is on call. Of notes only whether they name a way out or a cause; their texts are not kept.',
  file: orTable(
    {
      takes:
        'JSON as the REST API lists it (incidents, log_entries, users, services, oncalls), as /analytics/raw/incidents does in UTC, or the body of a webhook',
      recognises: (sample) =>
        looksLikeJsonWith(sample, /"event_type"\s*:\s*"(?:incident|service|pagey)\.[a-z_.]+"/) ||
        (looksLikeJsonWith(sample, /"(?:incidents|log_entries|users|services|oncalls|schedules)"\s*:\s*\[/) &&
          looksLikeJsonWith(
            sample,
            /"type"\s*:\s*"(?:(?:incident|user|service|schedule)(?:_reference)?|\w+_log_entry)"|"more"\s*:\s*(?:true|false)/,
          )) ||
        looksLikeJsonWith(sample, /"responder_type"\s*:|"type"\s*:\s*"\w+_log_entry"/) ||
        (looksLikeJsonWith(sample, /"incident"\s*:\s*\{/) && looksLikeJsonWith(sample, /"incident_number"\s*:/)) ||
        (looksLikeJsonWith(sample, /"escalation_policy_id"\s*:/) && looksLikeJsonWith(sample, /"incident_number"\s*:/)),
      read: (file, telling) =>
        readListedFile(file, {
          forge: 'pagerduty',
          lists: LISTS,
          read: (record, notes, list) =>
            list === undefined && hasShape(record, 'event')
              ? readEvent(shapeIn(record, 'event'), notes)
              : readRecord(record, notes, { list, telling }),
        }),
    },
    PAGERDUTY_INCIDENTS,
  ),
  webhook: {
    setUp:
      'Under Generic Webhooks (v3): this address, the account, a team or a service, and all events of incidents. PagerDuty shows the signing secret once, when the webhook is made.',
    secretThere: true,
    verifies: signedByHex('x-pagerduty-signature', 'v1='),
    keyOf: (delivery) => deliveryKey(delivery, 'x-webhook-id'),
    kindOf: ({ body }) => typeOfEvent(shapeIn(shapeOf(parsedJson(body)), 'event')),
    strip: strippedBody,
    read: readDelivery,
  },
  api: PAGERDUTY_API,
};

function readDelivery({ body }: Delivery): Told {
  const notes = startNotes('pagerduty');
  const parsed = shapeOf(parsedJson(body));
  if (hasShape(parsed, 'event')) readEvent(shapeIn(parsed, 'event'), notes);
  else notes.skip('delivery', 'its body holds no event');
  return notes.told();
}
