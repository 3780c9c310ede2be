import type { RawHistory } from '#core/evidence/raw-history.ts';
import { type Draw, drawFrom } from '#core/chance/draw.ts';
import type { Fact, FactOf, Handle } from '#core/facts/fact.ts';
import type { FactKind } from '#core/facts/fact-kinds.ts';
import type { Naming } from '#core/facts/told.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import type { World } from '#core/world/world.ts';
import { DAY_0 } from '#test/evidence-of.ts';
import { historyOf } from '#test/history-of.ts';
import { makeWorld } from '#test/world.ts';

const PEOPLE = 500;
const TEAMS = 50;
const AREAS = 80;
const DAYS = 365;
const COMMITS = 60_000;
const REPOSITORY = 'forge.example/acme/shop';
const AT = DAY_0 + DAYS * DAY;

/** A year of 500 people in 50 teams and 80 areas as sources tell it: about a million facts, and what they call people. */
export interface CrowdedYear {
  readonly world: World;
  readonly repositories: readonly { readonly name: string; readonly history: RawHistory; readonly addresses: readonly string[] }[];
  readonly namings: readonly Naming[];
  /** In the order of their cases, as a backfill tells them. Hashes of commits: of a repository that was made of this world, or invented as it is. */
  readonly facts: (hashOf?: (commit: number) => string) => Generator<Fact>;
  readonly at: Moment;
}

export function crowdedYear(seed: number): CrowdedYear {
  const world = makeWorld({ seed, people: PEOPLE, commits: COMMITS, folders: AREAS, files: 20_000, days: DAYS });
  return {
    world,
    repositories: [{ name: 'shop', history: historyOf([]), addresses: [REPOSITORY] }],
    namings: world.evidence.people.map(({ name, emails }, person) => ({ of: login(person), name, mail: emails[0]! })),
    facts: (hashOf = hashesIn(world)) => allFacts({ draw: drawFrom(seed), hashOf }),
    at: AT,
  };
}

function login(person: number): Handle {
  return `github:person-${person}`;
}

function* allFacts(year: Year): Generator<Fact> {
  yield* standing();
  for (let i = 0; i < 60_000; i++) yield* change(year, i);
  for (let i = 0; i < 40_000; i++) yield* issue(year, 100_000 + i);
  for (let i = 0; i < 10_000; i++) yield* incident(year, i);
  for (let i = 0; i < 40_000; i++) yield* thread(year, i);
  for (let i = 0; i < 10_000; i++) yield* ticket(year, i);
  for (let i = 0; i < 3000; i++) yield* decision(year, i);
  for (let i = 0; i < 60_000; i++) yield block(year, i);
  for (let i = 0; i < 9000; i++) yield i % 9 < 4 ? shift(year, i) : absence(year, i);
}

interface Year {
  readonly draw: Draw;
  readonly hashOf: (commit: number) => string;
}

function hashesIn({ evidence: { commits } }: World): Year['hashOf'] {
  const all = Buffer.from(commits.hash.buffer, commits.hash.byteOffset, commits.hash.byteLength);
  return (commit) => all.toString('hex', commit * 20, commit * 20 + 20);
}

type Told<Kind extends FactKind> = Omit<FactOf<Kind>, 'kind' | 'reference'>;

function fact<Kind extends FactKind>(kind: Kind, reference: string, told: Told<Kind>): Fact {
  return { kind, reference: `${kind}:${reference}`, ...told } as unknown as Fact;
}

function inArea(draw: Draw, area: number): Handle {
  return login(draw.uniform() < 0.9 ? (area % TEAMS) * 10 + draw.index(10) : draw.index(PEOPLE));
}

function moment(draw: Draw): Moment {
  return AT - 10 * DAY - draw.index((DAYS - 10) * DAY);
}

/** Who belongs to which team, who leads it, who may merge, what each service is. */
function* standing(): Generator<Fact> {
  for (let person = 0; person < PEOPLE; person++) {
    const place = `team:${REPOSITORY}/team-${Math.floor(person / 10)}` as const;
    yield fact('member', `${person}`, { at: DAY_0, actor: login(person), place });
    if (person % 10 === 0) yield fact('leads', `${person}`, { at: DAY_0, actor: login(person), place, detail: { layer: 'lead' } });
    yield fact('right-held', `${person}`, {
      at: DAY_0,
      actor: login(person),
      place: `repository:${REPOSITORY}`,
      detail: { right: 'merge' },
    });
  }
  for (let area = 0; area < AREAS; area++)
    yield fact('declared', `${area}`, {
      at: DAY_0,
      place: `service:area-${area}`,
      item: `catalog:${area}`,
      detail: { entity: 'component', name: `area-${area}`, owner: `team-${area % TEAMS}` },
    });
}

function* change({ draw, hashOf }: Year, i: number): Generator<Fact> {
  const [area, openedAt] = [draw.index(AREAS), moment(draw)];
  const item = `${REPOSITORY}#${i}`;
  const where = { item, place: `repository:${REPOSITORY}` } as const;
  const by = (): Handle => inArea(draw, area);
  const later = (): Moment => openedAt + draw.index(3 * DAY);
  const author = by();
  const mergedAt = later();
  const detail = { title: `Change ${i} of area ${area}`, bodyLength: draw.index(900), base: 'main' };
  yield fact('change-opened', item, { ...where, at: openedAt, actor: author, size: draw.index(400), detail });
  yield fact('review-asked', `${item}:1`, { ...where, at: openedAt, actor: author, other: by(), detail: { asCodeOwner: true } });
  for (let n = 0; n < 2; n++) {
    const review = { state: n === 0 ? 'changes-requested' : 'approved', bodyLength: draw.index(200) } as const;
    yield fact('reviewed', `${item}:${i * 4 + n}`, { ...where, at: later(), actor: by(), size: draw.index(4), detail: review });
  }
  for (let n = 0; n < 3; n++) {
    const path = `area-${area}/part-${n}/file-${area + AREAS * draw.index(200)}.ts`;
    yield fact('change-commented', `${item}:${i * 4 + n}`, {
      ...where,
      at: later(),
      actor: by(),
      path,
      size: draw.index(300),
      detail: { line: draw.index(500) },
    });
  }
  const pushed = hashOf(i % COMMITS);
  yield fact('change-pushed', `${item}:${pushed}`, {
    ...where,
    at: later(),
    actor: author,
    size: 1,
    detail: { branch: `topic-${i}`, commits: [pushed] },
  });
  const commit = hashOf((i * 7) % COMMITS);
  yield fact('change-merged', item, { ...where, at: mergedAt, actor: by(), other: author, detail: { commit, base: 'main' } });
}

function* issue({ draw }: Year, i: number): Generator<Fact> {
  const [area, openedAt] = [draw.index(AREAS), moment(draw)];
  const item = `${REPOSITORY}#${i}`;
  const where = { item, place: `repository:${REPOSITORY}` } as const;
  const labels = [`area/area-${area}`, ...(i % 4 === 0 ? ['question'] : []), ...(i % 5 === 0 ? ['p1'] : [])];
  yield fact('issue-opened', item, { ...where, at: openedAt, actor: inArea(draw, area), detail: { title: `Issue ${i}`, labels } });
  yield fact('issue-assigned', item, { ...where, at: openedAt + HOUR, other: inArea(draw, area) });
  for (let n = 0; n < 3; n++)
    yield fact('issue-commented', `${item}:${n}`, { ...where, at: openedAt + draw.index(4 * DAY), actor: inArea(draw, area) });
  const byChange = i % 2 === 0 ? { detail: { byChange: `${REPOSITORY}#${i % 60_000}` } } : {};
  yield fact('issue-closed', item, { ...where, at: openedAt + 5 * DAY, actor: inArea(draw, area), ...byChange });
}

function* incident({ draw }: Year, i: number): Generator<Fact> {
  const [area, openedAt] = [draw.index(AREAS), moment(draw)];
  const where = { item: `pagerduty:incident/P${i}`, place: `service:area-${area}` } as const;
  const by = (): Handle => inArea(draw, area);
  const detail = { title: `Alert ${i % 900} on host ${i}`, urgency: 'high' } as const;
  yield fact('incident-opened', `${i}`, { ...where, at: openedAt, detail });
  yield fact('paged', `${i}`, { ...where, at: openedAt + 60, other: by() });
  yield fact('acknowledged', `${i}`, { ...where, at: openedAt + 120, actor: by() });
  yield fact('responder-added', `${i}`, { ...where, at: openedAt + 600, actor: by(), other: by(), detail: { how: 'asked' } });
  for (let n = 0; n < 2; n++)
    yield fact('responded', `${i}:${n}`, { ...where, at: openedAt + 900 + n, actor: by(), size: draw.index(300) });
  yield fact('resolved', `${i}`, { ...where, at: openedAt + HOUR, actor: by(), detail: { cause: i % 3 === 0 } });
}

function* thread({ draw }: Year, i: number): Generator<Fact> {
  const [area, at] = [draw.index(AREAS), moment(draw)];
  const where = { item: `slack:C${area}/${at}.${i}`, place: `channel:slack/area-${area}` } as const;
  const asker = inArea(draw, area);
  yield fact('asked', `${i}`, { ...where, at, actor: asker, detail: { question: true, why: i % 5 === 0, urgent: i % 7 === 0 } });
  for (let n = 0; n < 2; n++)
    yield fact('answered', `${i}:${n}`, {
      ...where,
      at: at + draw.index(DAY),
      actor: inArea(draw, area),
      other: asker,
      detail: { link: i % 3 === 0 },
    });
}

function* ticket({ draw }: Year, i: number): Generator<Fact> {
  const [area, at] = [draw.index(AREAS), moment(draw)];
  const where = { item: `ticket:${i}`, place: `service:area-${area}` } as const;
  yield fact('ticket-opened', `${i}`, { ...where, at, detail: { priority: 'high' } });
  yield fact('ticket-escalated', `${i}`, { ...where, at: at + HOUR, other: inArea(draw, area), detail: { layer: 'second' } });
  yield fact('ticket-closed', `${i}`, { ...where, at: at + DAY, actor: inArea(draw, area), detail: { layer: 'second' } });
}

function* decision({ draw }: Year, i: number): Generator<Fact> {
  const [area, at] = [draw.index(AREAS), moment(draw)];
  const path = `area-${area}/docs/adr/${i}.md`;
  const where = { item: `decision:${REPOSITORY}/${path}`, place: `repository:${REPOSITORY}`, path } as const;
  yield fact('proposed', `${i}`, { ...where, at, actor: inArea(draw, area), detail: { title: `Decision ${i}` } });
  yield fact('decided', `${i}`, {
    ...where,
    at: at + 4 * DAY,
    actor: inArea(draw, area),
    detail: { status: 'accepted', why: true, options: 2 },
  });
}

const BLOCKS = ['focus', 'planning', 'session', 'meeting'] as const;

function block({ draw }: Year, i: number): Fact {
  const [kind, at] = [BLOCKS[i % 4]!, moment(draw)];
  const takesPart = [inArea(draw, i % AREAS), inArea(draw, i % AREAS)];
  const detail = kind === 'focus' ? { moved: i % 5 === 0 } : { takesPart, dropped: i % 5 === 0 };
  return fact(kind, `${i}`, { at, until: at + HOUR, actor: login(draw.index(PEOPLE)), item: `block-${i}`, detail });
}

function shift({ draw }: Year, i: number): Fact {
  const [area, at] = [draw.index(AREAS), moment(draw)];
  const detail = { level: 1, override: i % 10 === 0 };
  return fact('on-shift', `${i}`, { at, until: at + 7 * DAY, actor: inArea(draw, area), place: `service:area-${area}`, detail });
}

function absence({ draw }: Year, i: number): Fact {
  const at = moment(draw);
  return fact('away', `${i}`, { at, until: at + 7 * DAY, actor: login(draw.index(PEOPLE)), detail: { planned: true } });
}
