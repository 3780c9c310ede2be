import { createHash } from 'node:crypto';
import type { Place } from '#core/facts/fact.ts';
import type { Telling } from '#sources/connecting/connector.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { countIn, fieldOf, idIn, listIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';

/** Labels that name what an alert is about, the best first. */
const OF_SERVICE = ['service', 'service_name', 'app', 'component', 'job'];

/** A group of alerts as the webhook sends it (version 4), or one alert as the API lists it. */
export function readGroup(group: Shape, notes: Notes, telling: Telling): void {
  if (!Array.isArray(fieldOf(group, 'alerts'))) return readAlert(group, notes, telling);
  for (const alert of shapesIn(group, 'alerts')) readAlert(alert, notes, telling);
  const left = countIn(group, 'truncatedAlerts') ?? 0;
  if (left > 0) notes.skip(`${left} alerts`, 'Alertmanager left them out: raise max_alerts of the receiver');
  if (listIn(group, 'alerts').length === 0) notes.skip('group', 'it holds no alert');
}

/** One firing of an alert is one item, told when it begins and once more when it is over. */
function readAlert(alert: Shape, notes: Notes, { now }: Telling): void {
  const [labels, annotations] = [shapeIn(alert, 'labels'), shapeIn(alert, 'annotations')];
  const at = momentIn(alert, 'startsAt');
  const fingerprint = idIn(alert, 'fingerprint') ?? printOf(labels);
  if (at === undefined || fingerprint === undefined) return notes.skip('alert', 'it has no labels, or does not say when it began');
  const item = `alertmanager:${fingerprint}@${at}`;
  const detail = {
    alert: wordIn(labels, 'alertname'),
    fingerprint,
    severity: wordIn(labels, 'severity'),
    runbook: ['runbook_url', 'runbook'].map((key) => textIn(annotations, key, 500)).find((one) => /^https?:\/\//.test(one ?? '')),
  };
  const resolvedAt = endOf(alert, now);
  const reference = `alerted:${item}${resolvedAt === undefined ? '' : ':resolved'}`;
  notes.tell('alerted', { reference, at, item, place: placeOf(labels), detail: { ...detail, resolvedAt } });
}

/** While it fires, its end is year one, or a moment yet to come. */
function endOf(alert: Shape, now: number): number | undefined {
  const end = momentIn(alert, 'endsAt');
  const status = fieldOf(alert, 'status');
  return end !== undefined && (status === 'resolved' || (status !== 'firing' && end <= now)) ? end : undefined;
}

function placeOf(labels: Shape): Place | undefined {
  const name = OF_SERVICE.map((key) => wordIn(labels, key)).find((one) => one !== undefined);
  return name === undefined ? undefined : `service:${name}`;
}

function wordIn(labels: Shape, key: string): string | undefined {
  const text = textIn(labels, key, 200);
  return text === undefined ? undefined : plainText(text);
}

/** Before version 0.21 no fingerprint was sent: the labels are what makes an alert the same. */
function printOf(labels: Shape): string | undefined {
  const all = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return all.length === 0 ? undefined : createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}
