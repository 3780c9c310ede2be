import type { Fact, FactOf } from '#core/facts/fact.ts';
import { thingKey } from '#core/joins/places/names-of-things.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { find, lastOf } from './find-facts.ts';
import { firstArea, type JoinedWords } from '#core/folding/ground/joined-words.ts';
import { severityIn } from './severity.ts';

type At = { readonly at: Moment; readonly person: PersonId };

/** An incident from its facts, oldest first; alerts alone make one too. */
export function foldIncident(item: string, facts: readonly Fact[], words: JoinedWords): IncidentCase {
  const openings = find(facts, 'incident-opened');
  // Sources that grade an incident later tell it again, with its grade alone.
  const opened = openings.find(({ detail }) => detail?.title !== undefined) ?? openings[0];
  const alerts = find(facts, 'alerted');
  const end = endOf(facts, alerts, words);
  const severity = severityIn([...openings, ...alerts].map(({ detail }) => detail?.severity));
  const places = facts.flatMap(({ place }) => place ?? []);
  const service = places.find((place) => place.startsWith('service:')) ?? null;
  const mitigated = lastOf(facts, 'mitigated')?.detail?.how;
  return {
    item,
    area: firstArea(...places.map(words.areaOfPlace)),
    service: service === null ? null : words.nameOf(service),
    openedAt: opened?.at ?? facts[0]!.at,
    ...end,
    urgent: isUrgent(facts, severity),
    severity,
    likeness: likenessOf(opened, alerts, service),
    paged: meant(find(facts, 'paged'), words),
    acknowledgedBy: did(find(facts, 'acknowledged'), words),
    calledIn: calledIn(facts, words),
    acted: did(facts.filter(isVisible), words),
    cause: causeOf(facts),
    how: mitigated ?? howOf(facts) ?? null,
    reopened: find(facts, 'incident-reopened').length,
    roles: rolesIn(facts, words),
    followUps: followUpsIn(facts),
    review: reviewOf(facts, words),
    runbook: runbookOf(opened, alerts, words),
  };
}

/** Whether a cause is written: as the end says it, else by the notes; null where neither says anything. */
function causeOf(facts: readonly Fact[]): boolean | null {
  const ended = find(facts, 'resolved').findLast(({ detail }) => detail?.cause !== undefined)?.detail?.cause;
  const notes = find(facts, 'responded').flatMap(({ detail }) => detail?.cause ?? []);
  return ended ?? (notes.length === 0 ? null : notes.includes(true));
}

/** The way it ended, as the end says it, else the last note that does. */
function howOf(facts: readonly Fact[]): IncidentCase['how'] | undefined {
  const ends = find(facts, 'resolved').flatMap(({ detail }) => detail?.how ?? []);
  return (
    ends.at(-1) ??
    find(facts, 'responded')
      .flatMap(({ detail }) => detail?.how ?? [])
      .at(-1)
  );
}

/** Its last end that nothing opened again. Nobody did it where the source says so, or where only the alert went away. */
function endOf(
  facts: readonly Fact[],
  alerts: readonly FactOf<'alerted'>[],
  { who, at }: JoinedWords,
): Pick<IncidentCase, 'resolvedAt' | 'resolvedBy' | 'auto'> {
  const resolved = lastOf(facts, 'resolved');
  const again = lastOf(facts, 'incident-reopened');
  if (resolved !== undefined && !(again !== undefined && again.at >= resolved.at)) {
    const auto = resolved.detail?.auto ?? resolved.actor === undefined;
    return { resolvedAt: resolved.at, resolvedBy: auto ? null : (who(resolved.actor) ?? null), auto };
  }
  const ends = alerts.flatMap(({ detail }) => detail?.resolvedAt ?? []).filter((end) => end <= at);
  const isOver =
    resolved === undefined && ends.length > 0 && ends.length >= alerts.filter(({ detail }) => detail?.resolvedAt === undefined).length;
  return { resolvedAt: isOver ? Math.max(...ends) : null, resolvedBy: null, auto: isOver };
}

/** As the source says; else whether somebody was called, else by how bad it is; what says nothing is urgent, as incidents are. */
function isUrgent(facts: readonly Fact[], severity: number | null): boolean {
  const said = facts.flatMap((fact) => (fact.kind === 'incident-opened' || fact.kind === 'paged' ? (fact.detail?.urgency ?? []) : []));
  if (said.length > 0) return said.includes('high');
  if (facts.some(({ kind }) => kind === 'paged')) return true;
  return severity === null ? facts.some(({ kind }) => kind !== 'alerted') : severity <= URGENT_TO;
}

const URGENT_TO = 2;

/** The same for the same trouble: fingerprint, else the key that the source gives, else alert or title, and service. */
function likenessOf(
  opened: FactOf<'incident-opened'> | undefined,
  alerts: readonly FactOf<'alerted'>[],
  service: string | null,
): string | null {
  const print = smallest(alerts.flatMap(({ detail }) => detail?.fingerprint ?? []));
  if (print !== undefined) return `fingerprint:${print}`;
  const key = opened?.detail?.key;
  if (key !== undefined && !ONCE_ONLY.test(key)) return `key:${key}`;
  const alert = smallest(alerts.flatMap(({ detail }) => detail?.alert ?? [])) ?? titleKey(opened?.detail?.title);
  return alert === undefined ? null : `alert:${thingKey(alert)} ${service ?? ''}`.trimEnd();
}

/** Keys that are drawn for one incident say nothing of the next. */
const ONCE_ONLY = /^(?:[0-9a-f]{32,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d+)$/i;

/** Titles without what changes from one time to the next. */
function titleKey(title: string | undefined): string | undefined {
  const bare = thingKey((title ?? '').replace(/[0-9a-f]*\d[0-9a-f]*/gi, ' '));
  return bare === '' ? undefined : bare;
}

function smallest(texts: readonly string[]): string | undefined {
  return texts.toSorted()[0];
}

function did(facts: readonly Fact[], { who }: JoinedWords): readonly At[] {
  return facts.flatMap(({ at, actor }) => {
    const person = who(actor);
    return person === undefined ? [] : [{ at, person }];
  });
}

function meant(facts: readonly Fact[], { who }: JoinedWords): readonly At[] {
  return facts.flatMap(({ at, other, actor }) => {
    const person = who(other ?? actor);
    return person === undefined ? [] : [{ at, person }];
  });
}

function isVisible({ kind }: Fact): boolean {
  return kind === 'responded' || kind === 'mitigated' || kind === 'resolved' || kind === 'incident-reopened';
}

const CALLS = { escalated: 'escalated', reassigned: 'reassigned', 'responder-added': 'added' } as const;

/** Who came by themself was not called. */
function calledIn(facts: readonly Fact[], { who }: JoinedWords): IncidentCase['calledIn'] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'escalated' && fact.kind !== 'reassigned' && fact.kind !== 'responder-added') return [];
    const person = who(fact.other);
    const came = fact.kind === 'responder-added' && fact.detail?.how === 'joined';
    const how = fact.kind === 'responder-added' && fact.detail?.how === 'escalated' ? 'escalated' : CALLS[fact.kind];
    return person === undefined || came || fact.other === fact.actor ? [] : [{ at: fact.at, person, how }];
  });
}

function rolesIn(facts: readonly Fact[], { who }: JoinedWords): IncidentCase['roles'] {
  return find(facts, 'role-taken').flatMap(({ at, until, actor, detail }) => {
    const person = who(actor);
    return person === undefined || detail === undefined
      ? []
      : [{ from: at, to: until ?? Number.POSITIVE_INFINITY, person, role: detail.role }];
  });
}

/** Ends belong to beginnings by what follows the kind in their references; else the oldest that is open ends first. */
function followUpsIn(facts: readonly Fact[]): IncidentCase['followUps'] {
  const closed = find(facts, 'follow-up-closed').map((fact) => ({ fact, key: ownPart(fact), isUsed: false }));
  const open = find(facts, 'follow-up-opened').map((fact) => ({ fact, own: closed.find(({ key }) => key === ownPart(fact)) }));
  for (const { own } of open) if (own !== undefined) own.isUsed = true;
  return open.map(({ fact, own }) => {
    const end = own ?? closed.find(({ isUsed, fact: other }) => !isUsed && other.at >= fact.at);
    if (end !== undefined) end.isUsed = true;
    return { openedAt: fact.at, closedAt: end?.fact.at ?? null };
  });
}

function ownPart({ reference }: Fact): string {
  return reference.slice(reference.indexOf(':') + 1);
}

function reviewOf(facts: readonly Fact[], { who, whoOf }: JoinedWords): IncidentCase['review'] {
  const reviews = find(facts, 'reviewing');
  const last = reviews.at(-1);
  if (last === undefined) return null;
  const ledBy = reviews.map(({ actor }) => who(actor)).findLast((person) => person !== undefined) ?? null;
  const takesPart = [...new Set(reviews.flatMap(({ detail }) => whoOf(detail?.takesPart)))];
  return { at: last.at, ledBy, takesPart };
}

function runbookOf(opened: FactOf<'incident-opened'> | undefined, alerts: readonly FactOf<'alerted'>[], words: JoinedWords): string | null {
  const names = alerts.flatMap(({ detail }) => detail?.alert ?? []);
  const joined = [...names, ...(opened?.detail?.title === undefined ? [] : [opened.detail.title])].map(words.runbookOf);
  return (
    joined.find((one) => one !== undefined) ?? opened?.detail?.runbook ?? alerts.flatMap(({ detail }) => detail?.runbook ?? [])[0] ?? null
  );
}
