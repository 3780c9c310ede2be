import { expect, test } from 'vitest';
import { FACT_FAMILIES } from '#core/facts/fact-kinds.ts';
import { SIGNALS_OF_QUESTIONS } from '#core/signals/questions/question-of.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { DAY } from '#core/terms/moment.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { sceneOf } from '#test/scene.ts';
import { answerSignals, SHOWN_STATES } from './answer-signals.ts';
import { bringers } from './bringers.ts';
import { limitsWords } from './limits-words.ts';
import { lookAtScene } from './look-at-scene.ts';
import { type LookFacts, noticedId, type Noticed, type NoticedReading } from './noticed.ts';
import { type FirstLookOf, type Looker, ownOf, seenBy, systemsSeen } from './seen-by.ts';
import { noticedNow, type NoticedPast } from './noticed-now.ts';
import { WHO_TELLS } from './who-tells.ts';

const NOW = 1_790_000_000;
const { facts } = lookAtScene(sceneOf());
const LOOK: LookFacts = {
  ...facts,
  at: NOW,
  areas: ['late', 'early'].map((id) => ({ id, name: id, teams: id === 'late' ? ['Payments'] : [] })),
  teams: [{ id: 'team:x/payments', name: 'Payments' }],
};

function readingOf(over: Partial<NoticedReading> = {}): NoticedReading {
  const value = { value: 0.9, low: 0.7, high: 0.97, level: 0.95, n: 20 };
  return {
    signal: 'review-wait',
    area: 'late',
    team: null,
    place: over.area ?? 'late',
    window: { from: NOW - 90 * DAY, to: NOW },
    n: 20,
    value,
    threshold: 0.5,
    baseline: null,
    raised: true,
    sentence: 'It waits.',
    evidence: [{ item: 'github.com/acme/shop#1', at: NOW - DAY, note: 'waited' }],
    ...over,
  };
}

function noticedOf(over: Partial<NoticedReading> = {}, state: 'open' | 'cleared' | 'acted' | null = 'open'): Noticed {
  const history = state === null ? null : { state, since: NOW - DAY, openedAt: NOW - DAY, returns: 0 };
  return { reading: readingOf(over), history, words: [] };
}

function lookerOf(viewer: Viewer, first?: (reading: NoticedReading) => FirstLookOf | undefined): Looker {
  return { viewer, now: NOW, teamIds: (name) => (name === 'Payments' ? ['t1'] : []), firstLook: first ?? (() => undefined) };
}

const LEAD: Viewer = { mode: 'team', grants: [{ role: 'lead' }] };
const none = { held: { count: 0, until: null }, connections: 1, now: NOW, systems: null };

type Readings = readonly { readonly look: number; readonly reading: NoticedReading | null }[];
const pastOf = (readings: Readings, words: NoticedPast['words'] = []): NoticedPast => ({
  readings,
  key: 'k',
  newest: readings.at(-1)!.reading,
  words,
});

test('[noticed.1] a reading holds until the next one, and the last look at a moment counts', () => {
  const looks = [1, 2, 3, 4, 5].map((number) => ({
    number,
    at: NOW + Math.min(number - 1, 3) * 20 * DAY,
    takenAt: NOW + number * 20 * DAY,
  }));
  const quiet = readingOf({ raised: false });
  const state = (readings: Readings) => noticedNow([pastOf(readings)], { looks, now: NOW + 99 * DAY })[0]?.history?.state;
  expect(state([{ look: 1, reading: readingOf() }])).toBe('open');
  expect(
    state([
      { look: 1, reading: readingOf() },
      { look: 2, reading: quiet },
    ]),
  ).toBe('cleared');
  expect(
    state([
      { look: 1, reading: readingOf() },
      { look: 2, reading: quiet },
      { look: 4, reading: readingOf() },
    ]),
  ).toBe('recurring');
  expect(
    state([
      { look: 1, reading: readingOf() },
      { look: 2, reading: quiet },
      { look: 4, reading: readingOf() },
      { look: 5, reading: quiet },
    ]),
  ).toBe('cleared');
  expect(
    noticedNow(
      [
        pastOf([
          { look: 1, reading: readingOf() },
          { look: 2, reading: null },
        ]),
      ],
      { looks, now: NOW },
    ),
  ).toEqual([]);
});

test('[noticed.8] what a signal was is what was known then, and new to whoever saw it only since', () => {
  const looks = [1, 2, 3].map((number) => ({ number, at: NOW + number * 20 * DAY, takenAt: NOW + number * 20 * DAY }));
  const quiet = readingOf({ raised: false });
  const was = (readings: Readings, number: number, said: readonly number[] = []) => {
    const words = said.map((at) => ({ at, said: 'acted' as const, text: '', link: null }));
    const since = { number, takenAt: NOW + number * 20 * DAY };
    const [one] = noticedNow([pastOf(readings, words)], { looks, now: NOW + 99 * DAY, since });
    return [one?.was, one?.history?.state];
  };
  const raised = { look: 1, reading: readingOf() };
  expect(was([{ look: 2, reading: readingOf() }], 1)).toEqual(['quiet', 'open']);
  expect(was([raised, { look: 2, reading: quiet }], 1)).toEqual(['open', 'cleared']);
  expect(was([raised, { look: 2, reading: quiet }, { look: 3, reading: readingOf() }], 2)).toEqual(['open', 'open']);
  expect(was([raised], 1, [NOW + 21 * DAY])).toEqual(['open', 'acted']);
  expect(was([raised], 1, [NOW + 20 * DAY])).toEqual(['acted', 'acted']);
  const one = { ...noticedOf(), was: 'open' as const };
  const seen = (othersFrom: number, mine = false) =>
    seenBy([one], LOOK, { ...lookerOf(LEAD, () => ({ mine, othersFrom })), changedSince: NOW - DAY }).noticed.map((told) => told.was);
  expect([seen(NOW), seen(NOW - 2 * DAY), seen(NOW, true), seen(NOW + 1)]).toEqual([['quiet'], ['open'], ['open'], []]);
});

test('[noticed.9] what is looked for is told whatever was found, each pattern once', () => {
  const { families } = answerSignals({ ...none, look: null, noticed: [] }).value;
  const patterns = families.flatMap((family) => family.patterns);
  expect(patterns.map(({ kind }) => kind)).toEqual(SIGNALS.map(({ id }) => id));
  expect(patterns.filter(({ question }) => question === null)).toEqual([]);
  const named = Object.values(SIGNALS_OF_QUESTIONS).flat();
  expect(named.toSorted()).toEqual(SIGNALS.map(({ id }) => id).toSorted());
});

test('[noticed.10] says a team’s own limits beside what is shipped', () => {
  const signal = SIGNALS.find(({ id }) => id === 'review-wait')!;
  expect(limitsWords(signal)).toBe('above 25 %, from 8 cases on, over 90 days, as shipped');
  expect(limitsWords(signal, { 'review-wait': { threshold: 0.4 } })).toBe(
    'your limit above 40 %, from 8 cases on, over 90 days; shipped above 25 %',
  );
  expect(limitsWords(signal, { 'review-wait': { risen: true, least: 20 } })).toBe(
    'your limit above 25 %, from 20 cases on, over 90 days, only if it rose; shipped from 8 cases on, whether it rose or not',
  );
  const own = { 'review-wait': { least: 20 } };
  const answer = answerSignals({ ...none, look: { ...LOOK, own }, noticed: [noticedOf()] });
  expect(answer.because[0]!.formula).toContain('on at least 20 cases');
  expect(answer.because[0]!.inputs).toContainEqual({ name: 'speaks', value: limitsWords(signal, own) });
  expect(answer.value.families.flatMap(({ patterns }) => patterns.filter(({ isOwn }) => isOwn)).map(({ kind }) => kind)).toEqual([
    'review-wait',
  ]);
});

test('[noticed.2] stands by state, then in the order of areas, whatever order it came in', () => {
  const all = [
    noticedOf({ area: 'early', value: { value: 0.99, low: 0.9, high: 1, level: 0.95, n: 90 } }),
    noticedOf(),
    noticedOf({ area: null, place: null }),
    noticedOf({ area: 'early', signal: 'quiet-solo' }, 'acted'),
    noticedOf({ signal: 'decision-wait' }, null),
  ];
  const told = (noticed: readonly Noticed[]) => answerSignals({ ...none, look: LOOK, noticed, all: true }).rows.map(({ id }) => id);
  expect(told(all)).toEqual(['review-wait::', 'review-wait:late:', 'review-wait:early:', 'quiet-solo:early:', 'decision-wait:late:']);
  expect(told(all.toReversed())).toEqual(told(all));
  const usual = answerSignals({ ...none, look: LOOK, noticed: all });
  expect(usual.rows).toHaveLength(4);
  expect(usual.reading).toMatch(/^3 patterns in 3 places are worth a look/);
  expect(answerSignals({ ...none, look: LOOK, noticed: all, area: 'whole' }).rows.map(({ id }) => id)).toEqual(['review-wait::']);
  expect(SHOWN_STATES.toSorted()).toEqual(Object.keys(usual.value.states).toSorted());
});

test('[noticed.3] nobody else sees it before its time, nor what follows from it', () => {
  const spoken = noticedOf({ signal: 'verbal-context' });
  const all = [noticedOf({ area: 'early' }), spoken];
  const concerns = (mine: boolean, from: number) => (reading: NoticedReading) =>
    reading.signal === 'verbal-context' ? { mine, othersFrom: from } : undefined;
  const told = (looker: Looker) => {
    const seen = seenBy(all, LOOK, looker);
    return answerSignals({ ...none, look: LOOK, ...seen });
  };
  const other = told(lookerOf(LEAD, concerns(false, NOW + 1)));
  expect(other.rows.map(({ kind }) => kind)).toEqual(['review-wait']);
  expect(other.value.states.open).toBe(1);
  expect(other.value.held).toBe(1);
  expect(other.value.drift?.signs.every(({ shows }) => shows !== true)).toBe(true);
  expect(JSON.stringify({ ...other, value: { ...other.value, families: 'the same for everybody' } })).not.toContain('verbal-context');
  expect(other.leftOut).toMatchObject([{ count: 1 }]);
  for (const looker of [lookerOf(LEAD, concerns(true, NOW + 1)), lookerOf(LEAD, concerns(false, NOW)), lookerOf({ mode: 'solo' })]) {
    const answer = told(looker);
    expect(answer.rows).toHaveLength(2);
    expect(answer.value.drift?.state).toBe('watch');
  }
  expect(ownOf(all, lookerOf(LEAD, concerns(true, NOW + 1)))).toEqual([spoken]);
  expect(ownOf(all, lookerOf(LEAD))).toEqual([]);
});

test('[noticed.3] areas whose one carrier looks first stand in no view', () => {
  const row = (area: string) => ({ area, tier: 1 as const, causes: [], signals: [] });
  const { concentration } = LOOK.systems;
  const systems = { ...LOOK.systems, concentration: { ...concentration, rows: [row('shop/billing'), row('early')] } };
  const seen = systemsSeen(systems, lookerOf(LEAD), [{ area: 'billing', from: NOW + DAY }]);
  expect(seen?.concentration.rows.map(({ area }) => area)).toEqual(['early']);
  expect(seen?.concentration.sentence).toContain('1 area is known by one person');
  expect(systemsSeen(systems, lookerOf(LEAD), [{ area: 'billing', from: NOW }])).toBe(systems);
});

test('[noticed.4] a share of one person that is nothing worth a look is theirs alone', () => {
  const quiet = noticedOf({ signal: 'page-concentration', raised: false }, null);
  expect(seenBy([quiet], LOOK, lookerOf(LEAD)).noticed).toEqual([]);
  expect(seenBy([quiet], LOOK, lookerOf({ mode: 'solo' })).noticed).toEqual([quiet]);
  // What has cleared is shown for a while; how it stands a year later is nobody else's again.
  const cleared = (days: number, over = {}) => ({
    ...noticedOf({ signal: 'page-concentration', raised: false, ...over }),
    history: { state: 'cleared' as const, since: NOW - days * DAY, openedAt: NOW - 400 * DAY, returns: 0 },
  });
  const seen = (one: Noticed, mine = false) =>
    seenBy(
      [one],
      LOOK,
      lookerOf(LEAD, () => ({ mine, othersFrom: NOW - 300 * DAY })),
    ).noticed.length;
  expect([seen(cleared(89)), seen(cleared(90)), seen(cleared(90), true)]).toEqual([1, 0, 1]);
  expect(seen(cleared(90, { signal: 'planning-erosion' }))).toBe(1);
});

test.each([
  ['an area', { role: 'lead' as const, areas: ['early'] }, ['early']],
  ['a team', { role: 'lead' as const, teams: ['t1'] }, ['late', 'team:x/payments']],
  ['another team', { role: 'lead' as const, teams: ['t2'] }, []],
  ['nothing, as a member', { role: 'member' as const }, []],
])('[noticed.5] whoever leads %s sees that', (_, grant, places) => {
  const team = { area: null, team: 'team:x/payments', place: 'Payments' };
  const all = [noticedOf({ area: null, place: null }), noticedOf({ area: 'early' }), noticedOf(), noticedOf(team)];
  const seen = (viewer: Viewer) => seenBy(all, LOOK, lookerOf(viewer)).noticed.map(({ reading }) => reading.area ?? reading.team);
  expect(seen({ mode: 'team', grants: [grant] })).toEqual(places);
  expect(seen({ mode: 'council', grants: [grant, { role: 'lead' }] })).toEqual([]);
  expect(systemsSeen(LOOK.systems, lookerOf({ mode: 'team', grants: [grant] }), [])).toBeNull();
  expect(systemsSeen(LOOK.systems, lookerOf(LEAD), [])).toBe(LOOK.systems);
});

test('[noticed.5] a team that sources call differently is led under any of its names', () => {
  const team = { id: 'team:default/money', name: 'Money', also: ['team:github.com/acme/Payments', 'team:money'], members: [] };
  const look = lookAtScene({ ...sceneOf(), teams: [team] }).facts;
  expect(look.teams).toEqual([{ id: team.id, name: 'Money', also: ['money', 'Payments'], places: team.also }]);
  const facts = { ...look, areas: [{ id: 'late', name: 'late', teams: ['Money'] }] };
  const lead = (teams: readonly string[]) => lookerOf({ mode: 'team', grants: [{ role: 'lead', teams }] });
  const places = [noticedOf({ area: null, team: team.id }), noticedOf({ area: 'late' })];
  expect(seenBy(places, facts, lead(['t1'])).noticed).toHaveLength(2);
  expect(seenBy(places, facts, lead(['t2'])).noticed).toHaveLength(0);
});

test('[noticed.6] says what cannot be judged, and which source would allow it', () => {
  const { chat: _, ...since } = sceneOf().since;
  const look = lookAtScene({ ...sceneOf(), since }).facts;
  const answer = answerSignals({ ...none, look, noticed: [] });
  expect(answer.notJudged.length).toBeGreaterThan(0);
  expect(answer.notJudged.every(({ remedy }) => remedy.includes('Slack'))).toBe(true);
  expect(Object.keys(WHO_TELLS).toSorted()).toEqual(['git', ...Object.keys(FACT_FAMILIES)].toSorted());
  expect(answerSignals({ ...none, connections: 0, look: null, noticed: [] }).reading).toContain('nothing beyond git is connected');
});

test('[noticed.7] every row has its because', () => {
  const one = noticedOf();
  const [because] = answerSignals({ ...none, look: LOOK, noticed: [one] }).because;
  expect(because).toMatchObject({
    id: noticedId(one.reading),
    evidence: [{ kind: 'item', ref: 'github.com/acme/shop#1' }],
    inputs: expect.arrayContaining([
      { name: 'cases', value: 20 },
      { name: 'figure', value: '90 % (70–97)' },
    ]),
  });
  expect(because!.wouldChange.length).toBeGreaterThan(0);
});

test('[noticed.12] what comes with another open pattern of the same place points to it', () => {
  const loop = noticedOf({ signal: 'rescue-loop', area: 'late' });
  const pages = noticedOf({ signal: 'page-concentration', area: 'late' });
  const notesOf = (noticed: readonly Noticed[]) =>
    answerSignals({ look: LOOK, noticed, ...none }).rows.map(({ kind, notes }) => [kind, notes]);
  expect(notesOf([loop, pages])).toEqual([
    ['page-concentration', ['comes with “Rescue loop”, open here too: look there first']],
    ['rescue-loop', []],
  ]);
  const elsewhere = noticedOf({ signal: 'rescue-loop', area: 'early' });
  const over = noticedOf({ signal: 'rescue-loop', area: 'late', raised: false }, 'cleared');
  expect([[elsewhere, pages], [over, pages], [pages]].flatMap(notesOf).filter(([, notes]) => notes!.length > 0)).toEqual([]);
});

test('[noticed.12] no two patterns point to each other, however far round', () => {
  const all = new Set(SIGNALS.map(({ id }) => id));
  const reaches = (id: string, seen: readonly string[]): boolean =>
    bringers(id, all).some((next) => seen.includes(next) || reaches(next, [...seen, next]));
  expect(SIGNALS.filter(({ id }) => reaches(id, [id])).map(({ id }) => id)).toEqual([]);
  expect(SIGNALS.flatMap(({ id }) => bringers(id, all)).length).toBeGreaterThan(30);
});
