import type { Scene } from '#core/scene/scene.ts';
import type { ThreadCase, TicketCase } from '#core/scene/talk-cases.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type Layer, layerNamed, layersOf } from './layers.ts';

/** A call for priority, and the layers that it came to, in time. */
export interface PriorityRequest {
  readonly item: string;
  readonly area: AreaRow;
  readonly at: Moment;
  /** Who had it, in any order. */
  readonly people: readonly PersonId[];
  readonly reached: readonly Layer[];
  /** Where it was settled; null: still open, or nothing says. */
  readonly settled: Layer | null;
}

/** Customers’ tickets that were escalated and urgent threads that called a lead, with what is known of the layers they came to. */
export function priorityRequests(scene: Scene): readonly PriorityRequest[] {
  const layerOf = layersOf(scene);
  return [...scene.tickets.flatMap((ticket) => ofTicket(ticket, layerOf)), ...scene.threads.flatMap((thread) => ofThread(thread, layerOf))];
}

type LayerOf = (person: PersonId, at: Moment) => Layer;

function ofTicket(ticket: TicketCase, layerOf: LayerOf): readonly PriorityRequest[] {
  const { item, area, openedAt, firstHolder, escalations, endedAtLayer, endedBy, closedAt } = ticket;
  if (escalations.length === 0) return [];
  const first = firstHolder === null ? [] : [layerOf(firstHolder, openedAt)];
  const steps = escalations
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, to, layer }) => layerNamed(layer) ?? (to === null ? [] : layerOf(to, at)));
  const ended = closedAt === null ? null : (layerNamed(endedAtLayer) ?? (endedBy === null ? null : layerOf(endedBy, closedAt)));
  const reached = [...first, ...steps];
  const people = [firstHolder, endedBy, ...escalations.map(({ to }) => to)].filter((person) => person !== null);
  return steps.length === 0 ? [] : [{ item, area, at: Math.min(...escalations.map(({ at }) => at)), people, reached, settled: ended }];
}

/** Only what a person who leads nobody asked: leads who speak with each other pass nobody by. */
function ofThread({ item, area, at, urgent, askedBy, mentioned, answers }: ThreadCase, layerOf: LayerOf): readonly PriorityRequest[] {
  if (!urgent || layerOf(askedBy, at) > 0) return [];
  const came = [...mentioned, ...answers].toSorted((a, b) => a.at - b.at).map((one) => layerOf(one.person, one.at));
  const called = mentioned.some((one) => layerOf(one.person, one.at) > 0);
  const last = answers.toSorted((a, b) => a.at - b.at).at(-1);
  const people = [askedBy, ...mentioned.map(({ person }) => person), ...answers.map(({ person }) => person)];
  return called ? [{ item, area, at, people, reached: came, settled: last === undefined ? null : layerOf(last.person, last.at) }] : [];
}

/** The highest layer that anybody leads on or a request has come to; below 2 there is no layer to pass by. */
export function topLayer({ people }: Scene, requests: readonly PriorityRequest[]): Layer {
  const layers = [...people.flatMap(({ leads }) => leads.map(({ layer }) => layer)), ...requests.flatMap(({ reached }) => reached)];
  return layers.reduce<Layer>((top, layer) => (layer > top ? layer : top), 0);
}
