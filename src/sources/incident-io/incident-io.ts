import type { Told } from '#core/facts/told.ts';
import type { Connector, Delivery } from '#sources/connecting/connector.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import { looksLikeJsonWith } from '#sources/payloads/read-json-file.ts';
import { readListedFile } from '#sources/payloads/read-listed-file.ts';
import { fieldOf, momentIn, parsedJson, type Shape, shapeIn, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { signedByStandardWebhooks } from '#sources/signatures/signed-by-standard-webhooks.ts';
import { withoutTexts } from '#sources/written/without-texts.ts';
import { readFollowUp, readIncident, readStatus } from './read-incident.ts';

export const INCIDENT_IO: Connector = {
  kind: 'incident-io',
  name: 'incident.io',
  gives: ['incidents'],
  reads:
    'Incidents, who held which role in them, how they ended, and what was to be done afterwards; no texts of updates, and nothing of private incidents.',
  file: {
    takes: 'JSON as its API lists it (incidents, follow_ups), or the body of a webhook',
    recognises: (sample) =>
      looksLikeJsonWith(sample, /"event_type"\s*:\s*"(?:public|private)_(?:incident|alert)\./) ||
      (looksLikeJsonWith(sample, /"(?:incidents|follow_ups)"\s*:\s*\[/) &&
        looksLikeJsonWith(sample, /"incident_status"\s*:|"incident_role_assignments"\s*:|"incident_id"\s*:/)),
    read: (file) =>
      readListedFile(file, {
        forge: 'incident-io',
        lists: new Set(['incidents', 'follow_ups']),
        read: (record, notes, list) => {
          if (list === 'incidents') readIncident(record, notes);
          else if (list === 'follow_ups') readFollowUp(record, notes);
          else readPayload(record, notes);
        },
      }),
  },
  webhook: {
    setUp:
      'Under Settings, Webhooks: this address and the events of public incidents and follow-ups; the signing secret (whsec_…) stands with the endpoint. Private incidents tell nothing but their number, and are not read.',
    secretThere: true,
    verifies: signedByStandardWebhooks,
    keyOf: (delivery) => deliveryKey(delivery, 'webhook-id'),
    kindOf: ({ body }) => typeOf(shapeOf(parsedJson(body))),
    strip: strippedBody,
    read: readDelivery,
  },
};

const TEXTS = new Set(['message', 'summary', 'description']);

function strippedBody(body: Uint8Array): Uint8Array {
  const parsed = parsedJson(body);
  return parsed === undefined ? body : new TextEncoder().encode(JSON.stringify(withoutTexts(parsed, (key) => TEXTS.has(key))));
}

function readDelivery({ body }: Delivery): Told {
  const notes = startNotes('incident-io');
  readPayload(shapeOf(parsedJson(body)), notes);
  return notes.told();
}

function readPayload(payload: Shape, notes: Notes): void {
  const type = typeOf(payload);
  const inside = shapeIn(payload, type);
  if (type.startsWith('private_')) notes.skip(`event ${type}`, 'it is private: nothing of it is read');
  else if (type === 'public_incident.incident_status_updated_v2') readStatus(inside, notes);
  else if (/^public_incident\.incident_(?:created|updated)_v2$/.test(type)) readIncident(inside, notes, momentIn(inside, 'updated_at'));
  else if (/^public_incident\.follow_up_(?:created|updated)_v\d$/.test(type)) readFollowUp(inside, notes);
  else if (fieldOf(payload, 'pagination_meta') === undefined) notes.skip(`event ${type}`, 'not read: nothing is judged by it');
}

function typeOf(payload: Shape): string {
  const type = textIn(payload, 'event_type', 80) ?? 'unknown';
  return /^[\w.]+$/.test(type) ? type : 'unknown';
}
