import type { Fact } from '#core/facts/fact.ts';
import { isPressing } from '#core/facts/pressing-channel.ts';
import { lastPart } from '#core/joins/places/names-of-things.ts';
import type { ThreadCase, TicketCase } from '#core/scene/talk-cases.ts';
import { find, firstOf, lastOf } from './find-facts.ts';
import { firstArea, type JoinedWords } from '#core/folding/ground/joined-words.ts';

/** A thread from its facts, oldest first; nothing where nobody says who asked. */
export function foldThread(item: string, facts: readonly Fact[], words: JoinedWords): ThreadCase | undefined {
  const asked = firstOf(facts, 'asked');
  const answers = find(facts, 'answered');
  const askedBy = words.who(asked?.actor ?? answers.find(({ other }) => other !== undefined)?.other);
  if (askedBy === undefined || asked?.detail?.direct === true) return undefined;
  const place = facts.find((fact) => fact.place !== undefined)?.place;
  const mentions = facts.flatMap((fact) => {
    if (fact.kind === 'mentioned') return [{ at: fact.at, handles: fact.other === undefined ? [] : [fact.other] }];
    return fact.kind === 'asked' || fact.kind === 'answered' ? [{ at: fact.at, handles: fact.detail?.mentions ?? [] }] : [];
  });
  return {
    item,
    area: words.areaOfPlace(place),
    channel: place === undefined ? '' : words.nameOf(place),
    askedBy,
    at: asked?.at ?? facts[0]!.at,
    question: asked?.detail?.question === true,
    why: asked?.detail?.why === true,
    urgent: asked?.detail?.urgent === true || (place !== undefined && isPressing(words.nameOf(place))),
    answers: answers.flatMap(({ at, actor, detail }) => {
      const person = words.who(actor);
      return person === undefined || person === askedBy ? [] : [{ at, person, link: detail?.link === true }];
    }),
    mentioned: mentions.flatMap(({ at, handles }) => words.whoOf(handles).map((person) => ({ at, person }))),
  };
}

/** A ticket from its facts, oldest first. */
export function foldTicket(item: string, facts: readonly Fact[], words: JoinedWords): TicketCase {
  const opened = firstOf(facts, 'ticket-opened');
  const closed = lastOf(facts, 'ticket-closed');
  const first = firstOf(facts, 'ticket-assigned');
  const customer = facts.find(({ place }) => place?.startsWith('customer:'))?.place;
  const services = facts.flatMap(({ place }) => (place === undefined || place === customer ? [] : [words.areaOfPlace(place)]));
  return {
    item,
    customer: customer === undefined ? null : lastPart(customer),
    area: firstArea(...services, words.areaOfPlace(customer)),
    openedAt: opened?.at ?? facts[0]!.at,
    closedAt: closed?.at ?? null,
    firstHolder: words.who(first?.other ?? first?.actor) ?? null,
    endedBy: words.who(closed?.actor) ?? null,
    escalations: find(facts, 'ticket-escalated').map(({ at, other, detail }) => ({
      at,
      to: words.who(other) ?? null,
      layer: detail?.layer ?? null,
    })),
    endedAtLayer: closed?.detail?.layer ?? null,
  };
}
