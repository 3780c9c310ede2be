import type { Told } from '#core/facts/told.ts';
import type { Connector, Delivery } from '#sources/connecting/connector.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { looksLikeJsonWith } from '#sources/payloads/read-json-file.ts';
import { readListedFile } from '#sources/payloads/read-listed-file.ts';
import { hasShape, parsedJson, shapeIn, shapeOf } from '#sources/payloads/shape.ts';
import { carriesAuthorization } from '#sources/signatures/carries-secret.ts';
import { eventType, readAlertGroup, readEvent } from './read-alert-group.ts';

export const GRAFANA_ONCALL: Connector = {
  kind: 'grafana-oncall',
  name: 'Grafana OnCall',
  gives: ['incidents'],
  reads:
    'Alert groups: who was called, who took them and who ended them. Who is on call comes from the calendar that each schedule exports.',
  file: {
    takes:
      'JSON as the API lists it (alert_groups), or the body of an outgoing webhook; schedules as calendar files, with --as calendar:rota',
    recognises: (sample) =>
      looksLikeJsonWith(sample, /"alert_group(?:_id)?"\s*:/) ||
      (looksLikeJsonWith(sample, /"results"\s*:\s*\[/) && looksLikeJsonWith(sample, /"alerts_count"\s*:/)),
    read: (file) =>
      readListedFile(file, {
        forge: 'grafana',
        lists: new Set(['results']),
        read: (record, notes) => (hasShape(record, 'alert_group') ? readEvent(record, notes) : void readAlertGroup(record, notes)),
      }),
  },
  webhook: {
    setUp:
      'Under Outgoing Webhooks: this address, every trigger type, the whole payload forwarded, and the secret as authorization header (Bearer) or as password.',
    verifies: carriesAuthorization,
    // It gives deliveries no number: the same event at the same moment is the same.
    keyOf: (delivery) => deliveryKey(delivery, 'x-none'),
    kindOf: ({ body }) => eventType(shapeIn(shapeOf(parsedJson(body)), 'event')),
    read: readDelivery,
  },
};

function readDelivery({ body }: Delivery): Told {
  const notes = startNotes('grafana');
  readEvent(shapeOf(parsedJson(body)), notes);
  return notes.told();
}
