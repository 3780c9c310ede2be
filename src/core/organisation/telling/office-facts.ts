import type { Fact } from '#core/facts/fact.ts';
import type { InventedBlock, InventedThread, InventedTicket, Organisation } from '#core/organisation/organisation.ts';
import { type Spelled, spelledBy } from './spelled-by.ts';

/** Calendars, chat, tickets and recognition. */
export function officeFacts({ company, absences, blocks, threads, tickets, recognitions }: Organisation): readonly Fact[] {
  const spelled = spelledBy(company);
  return [
    ...absences.map(
      ({ person, from, to, planned }): Fact => ({
        kind: 'away',
        reference: `away:${person}:${from}:${to}:${planned}`,
        at: from,
        until: to,
        actor: spelled.mail(person),
        detail: { what: 'away', planned },
      }),
    ),
    ...blocks.map((block) => factOfBlock(spelled, block)),
    ...threads.flatMap((thread) => factsOfThread(spelled, thread)),
    ...tickets.flatMap((ticket) => factsOfTicket(spelled, ticket, company.areas[ticket.area]!.slug)),
    ...recognitions.map(
      ({ at, person, team, what }, n): Fact => ({
        kind: 'recognised',
        reference: `recognised:${n}`,
        at,
        ...(person === null ? {} : { other: spelled.mail(person) }),
        detail: { what, ...(team === null ? {} : { team }) },
      }),
    ),
  ];
}

function factOfBlock(spelled: Spelled, { id, person, what, takesPart, from, to, plannedAt, dropped }: InventedBlock): Fact {
  const base = { reference: `block:${id}`, at: from, until: to, actor: spelled.mail(person), item: `calendar:${id}` };
  const detail = { moved: from !== plannedAt, dropped, plannedAt, takesPart: takesPart.map(spelled.mail) };
  if (what === 'focus') return { ...base, kind: 'focus', detail };
  return what === 'planning' ? { ...base, kind: 'planning', detail } : { ...base, kind: 'session', detail };
}

function factsOfThread(spelled: Spelled, { channel, at, askedBy, why, urgent, mentions, answers }: InventedThread): readonly Fact[] {
  const item = `slack:${channel}/${at}`;
  const base = { item, place: `channel:slack/${channel}` as const };
  const asked: Fact = {
    ...base,
    kind: 'asked',
    reference: `asked:${item}:${askedBy}`,
    at,
    actor: spelled.chat(askedBy),
    detail: { question: true, why, urgent, mentions: mentions.map(spelled.chat) },
  };
  const replies = answers.map(
    (one): Fact => ({
      ...base,
      kind: 'answered',
      reference: `answered:${item}:${one.at}:${one.person}`,
      at: one.at,
      actor: spelled.chat(one.person),
      other: spelled.chat(askedBy),
      detail: { link: one.link },
    }),
  );
  const called = mentions.map(
    (person): Fact => ({
      ...base,
      kind: 'mentioned',
      reference: `mentioned:${item}:${person}:${askedBy}`,
      at,
      actor: spelled.chat(askedBy),
      other: spelled.chat(person),
    }),
  );
  return [asked, ...called, ...replies];
}

function factsOfTicket(spelled: Spelled, ticket: InventedTicket, area: string): readonly Fact[] {
  const { number, customer, openedAt, first, escalated, closedAt, closedBy, closedAtLayer } = ticket;
  const base = { item: `ticket:${number}`, place: `customer:${customer}` as const };
  return [
    { ...base, kind: 'ticket-opened', reference: `ticket-opened:${number}`, at: openedAt },
    {
      ...base,
      kind: 'ticket-assigned',
      reference: `ticket-assigned:${number}`,
      at: openedAt,
      other: spelled.mail(first),
      place: `service:${area}`,
    },
    ...escalated.map(
      ({ at, to, layer }): Fact => ({
        ...base,
        kind: 'ticket-escalated',
        reference: `ticket-escalated:${number}:${at}`,
        at,
        other: spelled.mail(to),
        detail: { layer },
      }),
    ),
    {
      ...base,
      kind: 'ticket-closed',
      reference: `ticket-closed:${number}`,
      at: closedAt,
      actor: spelled.mail(closedBy),
      detail: { layer: closedAtLayer },
    },
  ];
}
