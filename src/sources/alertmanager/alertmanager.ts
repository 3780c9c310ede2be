import type { Told } from '#core/facts/told.ts';
import type { Connector, Delivery, Telling } from '#sources/connecting/connector.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { looksLikeJsonWith, readJsonFile } from '#sources/payloads/read-json-file.ts';
import { parsedJson, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { carriesAuthorization } from '#sources/signatures/carries-secret.ts';
import { readGroup } from './read-alert.ts';

export const ALERTMANAGER: Connector = {
  kind: 'alertmanager',
  name: 'Alertmanager',
  gives: ['incidents'],
  reads: 'Which alerts fired for which service, when and how often, and the runbook that each names; nothing about people.',
  file: {
    takes: 'JSON as its webhook sends it (version 4) or its API lists it (/api/v2/alerts)',
    recognises: (sample) =>
      looksLikeJsonWith(sample, /"startsAt"\s*:/) &&
      looksLikeJsonWith(sample, /"fingerprint"\s*:|"groupKey"\s*:|"generatorURL"\s*:/) &&
      // Systems that page hand on the alert that they were woken by.
      !looksLikeJsonWith(sample, /"(?:alert_group(?:_id)?|alertId|event_type|incidents|log_entries)"\s*:/),
    read: (file, telling) => readJsonFile(file, 'alertmanager', (record, notes) => readGroup(record, notes, telling)),
  },
  webhook: {
    setUp:
      'A receiver with webhook_configs: this address as url, the secret under http_config as authorization credentials (bearer) or as password of basic_auth, and send_resolved: true.',
    verifies: carriesAuthorization,
    // It gives deliveries no number: the same group in the same state is the same.
    keyOf: (delivery) => deliveryKey(delivery, 'x-none'),
    kindOf: ({ body }) => (textIn(shapeOf(parsedJson(body)), 'status', 20) === 'resolved' ? 'alerts.resolved' : 'alerts.firing'),
    read: readDelivery,
  },
};

function readDelivery({ body }: Delivery, telling: Telling): Told {
  const notes = startNotes('alertmanager');
  readGroup(shapeOf(parsedJson(body)), notes, telling);
  return notes.told();
}
