import { columnsOf } from '#core/facts/fact-columns.ts';
import type { Fact, FactOf } from '#core/facts/fact.ts';
import type { FactKind } from '#core/facts/fact-kinds.ts';
import type { Naming } from '#core/facts/told.ts';
import { Gathering } from '#core/folding/gathering.ts';
import { foldScene, type SceneFolded } from '#core/folding/fold-scene.ts';
import type { JoinWord } from '#core/joins/join-words.ts';
import type { Moment } from '#core/terms/moment.ts';
import { evidenceOf, momentOf } from './evidence-of.ts';
import { worldOf } from './world.ts';

/** Days since the first commit. */
export const at = momentOf;

/** Three people of the history, two areas (`cart/`, `pay/`), one bot that only the forge knows, one who is only paged. */
export const TOLD_WORLD = worldOf(
  evidenceOf([
    { day: 1, by: 'Ines Alder', files: ['cart/a.ts', 'cart/b.ts'] },
    { day: 2, by: 'Bo Birch', files: ['pay/p.ts'] },
    { day: 3, by: 'Ines Alder', files: ['cart/a.ts', 'pay/p.ts'], with: ['Cem Cedar'] },
    { day: 4, by: 'Cem Cedar', files: ['pay/q.ts'], aiAssisted: true },
  ]),
);

export const NAMINGS: readonly Naming[] = [
  { of: 'github:ines', name: 'Ines Alder', mail: 'ines.alder@example.org' },
  { of: 'github:bo-b', name: 'Bo Birch' },
  { of: 'github:ci[bot]', actor: 'bot' },
  { of: 'pagerduty:P1', name: 'Cem Cedar', mail: 'cem.cedar@example.org' },
  { of: 'pagerduty:P2', name: 'Dara Dogwood', mail: 'dara@example.org' },
  { of: 'slack:U2', name: 'dara', mail: 'Dara@example.org'.toLowerCase() },
  { of: 'service:pagerduty/S1', name: 'Pay' },
  { of: 'component:default/pay', name: 'pay', sameAs: ['service:pagerduty/S1'] },
  { of: 'channel:slack/C1', name: 'help-cart' },
];

const SHOP = 'repository:github.com/acme/story';
let row = 0;

/** A fact with a reference of its own. */
export function fact<Kind extends FactKind>(kind: Kind, day: number, rest: Partial<Omit<FactOf<Kind>, 'kind' | 'at'>> = {}): Fact {
  return { kind, reference: `${kind}:${row++}`, at: at(day), ...rest } as unknown as Fact;
}

const change = { item: 'github.com/acme/story#1', place: SHOP } as const;
const incident = { item: 'pagerduty:incident/I1', place: 'service:pagerduty/S1' } as const;

export const FACTS: readonly Fact[] = [
  fact('change-opened', 2.5, { ...change, actor: 'github:ines', size: 30, detail: { bodyLength: 80, draft: true } }),
  fact('change-ready', 2.6, { ...change, actor: 'github:ines' }),
  fact('review-asked', 2.7, { ...change, actor: 'github:ines', other: 'github:bo-b', detail: { asCodeOwner: true } }),
  fact('change-commented', 2.8, { ...change, actor: 'github:bo-b', path: 'pay/p.ts', size: 3, detail: { line: 3 } }),
  fact('reviewed', 2.81, { ...change, actor: 'github:bo-b', detail: { state: 'commented' } }),
  fact('reviewed', 2.9, { ...change, actor: 'github:bo-b', detail: { state: 'approved', bodyLength: 10 } }),
  fact('change-merged', 3, { ...change, actor: 'github:bo-b', other: 'github:ines', detail: { commit: '3'.padStart(40, '0') } }),
  fact('reviewed', 3.2, { item: 'github.com/acme/story#2', place: SHOP, actor: 'github:bo-b', detail: { state: 'approved' } }),
  fact('issue-opened', 2, {
    item: 'github.com/acme/story#3',
    place: SHOP,
    actor: 'github:ines',
    detail: { labels: ['spike', 'area/cart', 'P1'] },
  }),
  fact('issue-assigned', 2.1, { item: 'github.com/acme/story#3', place: SHOP, other: 'github:bo-b' }),
  fact('issue-labelled', 2.2, { item: 'github.com/acme/story#3', place: SHOP, detail: { label: 'spike', removed: true } }),
  fact('issue-closed', 2.9, {
    item: 'github.com/acme/story#3',
    place: SHOP,
    actor: 'github:bo-b',
    detail: { byChange: 'github.com/acme/story#1' },
  }),
  fact('alerted', 3, { ...incident, detail: { alert: 'PayErrors', severity: 'critical' } }),
  fact('incident-opened', 3, { ...incident, detail: { title: 'Pay errors 500', urgency: 'high' } }),
  fact('paged', 3.01, { ...incident, other: 'pagerduty:P2' }),
  fact('acknowledged', 3.02, { ...incident, actor: 'pagerduty:P2' }),
  fact('escalated', 3.03, { ...incident, actor: 'pagerduty:P2', other: 'pagerduty:P1', detail: { how: 'by hand' } }),
  fact('mitigated', 3.05, { ...incident, actor: 'pagerduty:P1', detail: { how: 'rollback' } }),
  fact('resolved', 3.1, { ...incident, actor: 'pagerduty:P1', detail: { cause: true } }),
  fact('documented', 1, {
    item: 'document:github.com/acme/story/docs/runbooks/pay-errors.md',
    place: SHOP,
    path: 'docs/runbooks/pay-errors.md',
    actor: 'name:Bo Birch',
    detail: { what: 'runbook', about: 'pay' },
  }),
  fact('asked', 3.3, { item: 'slack:C1/1', place: 'channel:slack/C1', actor: 'slack:U2', detail: { question: true, why: true } }),
  fact('answered', 3.4, {
    item: 'slack:C1/1',
    place: 'channel:slack/C1',
    actor: 'mail:ines.alder@example.org',
    other: 'slack:U2',
    detail: { link: true },
  }),
  fact('ticket-opened', 1, { item: 'ticket:7', place: 'customer:globex' }),
  fact('ticket-assigned', 1.1, { item: 'ticket:7', place: 'customer:globex', other: 'mail:bo.birch@example.org' }),
  fact('ticket-escalated', 1.2, {
    item: 'ticket:7',
    place: 'customer:globex',
    other: 'mail:ines.alder@example.org',
    detail: { layer: 'engineering' },
  }),
  fact('ticket-closed', 1.5, { item: 'ticket:7', place: 'customer:globex', actor: 'mail:ines.alder@example.org' }),
  fact('proposed', 1, {
    item: 'decision:1',
    place: SHOP,
    path: 'cart/docs/adr/0001.md',
    actor: 'name:Ines Alder',
    detail: { number: '0001' },
  }),
  fact('decided', 2, {
    item: 'decision:1',
    place: SHOP,
    path: 'cart/docs/adr/0001.md',
    actor: 'mail:bo.birch@example.org',
    detail: { status: 'accepted', number: '0001', options: 3, why: true },
  }),
  fact('decided', 3, {
    item: 'decision:2',
    place: SHOP,
    path: 'cart/docs/adr/0002.md',
    actor: 'mail:bo.birch@example.org',
    detail: { status: 'accepted', supersedes: ['0001'] },
  }),
  fact('away', 2, { until: at(5), place: 'calendar:ines.alder@example.org', detail: { planned: true } }),
  fact('on-shift', 3, { until: at(4), place: 'service:pagerduty/S1', actor: 'pagerduty:P2', detail: { level: 1 } }),
  fact('focus', 2, { until: at(2.1), actor: 'mail:bo.birch@example.org', detail: { dropped: true } }),
  fact('member', 0, { place: 'team:github.com/acme/payers', actor: 'github:bo-b', until: at(3) }),
  fact('right-held', 1, { place: SHOP, detail: { right: 'merge', through: 'team:github.com/acme/payers' } }),
  fact('right-held', 1, { place: SHOP, actor: 'github:ines', detail: { right: 'merge' } }),
  fact('right-ended', 2, { place: SHOP, actor: 'github:ines', detail: { right: 'merge' } }),
  fact('leads', 1, { place: 'team:github.com/acme/payers', actor: 'github:ines', detail: { layer: 'Engineering Manager' } }),
  fact('recognised', 3, { other: 'github:bo-b', detail: { what: 'save' } }),
  fact('joined', 1, { actor: 'github:bo-b' }),
  fact('declared', 1, {
    place: 'component:default/pay',
    detail: { entity: 'component', name: 'pay', owner: 'group:default/payers', dependsOn: ['component:default/cart'] },
  }),
  fact('declared', 1, { place: 'component:default/cart', detail: { entity: 'component', name: 'cart' } }),
  fact('deployed', 3.5, { place: SHOP, actor: 'github:ci[bot]', detail: { commit: '3'.padStart(40, '0') } }),
];

export interface ToldScene {
  readonly facts?: readonly Fact[];
  readonly namings?: readonly Naming[];
  readonly words?: readonly JoinWord[];
  readonly at?: Moment;
}

/** The organisation as its facts tell it up to a moment. */
export function toldScene({ facts = FACTS, namings = NAMINGS, words = [], at: moment = at(4.5) }: ToldScene = {}): SceneFolded {
  const gathering = new Gathering(moment);
  gathering.take(columnsOf(facts));
  const sources = [{ name: 'story', addresses: ['git@github.com:acme/story.git'] }];
  return foldScene({ world: TOLD_WORLD, sources, gathering, namings, words, zones: [60, null, null] });
}
