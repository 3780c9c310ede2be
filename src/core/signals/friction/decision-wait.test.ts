import { expect, test } from 'vitest';
import type { DecisionCase } from '#core/scene/talk-cases.ts';
import { DAY } from '#core/terms/moment.ts';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, decisionOf, issueOf, sceneOf } from '#test/scene.ts';
import { decisionWait } from './decision-wait.ts';

const DECIDES = 1;

/** A decision of some Monday that took so many days. */
function decided(i: number, days: number, over: Partial<DecisionCase> = {}): DecisionCase {
  const proposedAt = daysAgo(7 * (2 + (i % 20))) + i;
  return decisionOf({ item: `adr/${i}`, proposedAt, decidedAt: proposedAt + days * DAY, proposedBy: 0, deciders: [DECIDES], ...over });
}

/** Five quick decisions of long ago, by whom it is now. */
const EARLIER = times(5, (i) =>
  decisionOf({ item: `old/${i}`, proposedAt: daysAgo(200 + i), decidedAt: daysAgo(199 + i), proposedBy: 0, deciders: [DECIDES] }),
);

test('[friction.2] is raised where proposals wait for the only one who decides', () => {
  const scene = sceneOf({ decisions: [...EARLIER, ...times(20, (i) => decided(i, i < 18 ? 11 : 1))] });
  expect(readOne(decisionWait, scene)).toMatchObject([{ area: 'area-0', raised: true, n: 20, value: { value: 0.9 }, concerns: [DECIDES] }]);
});

const BY_ANOTHER = times(8, (i) => decided(90 + i, 0, { deciders: [3], proposedAt: daysAgo(190 + i), decidedAt: daysAgo(189 + i) }));

test.each([
  ['others decide there too', [...EARLIER, ...BY_ANOTHER], {}, {}],
  ['they decide together', EARLIER.map((one) => ({ ...one, deciders: [DECIDES, 3] })), { deciders: [DECIDES, 3] }, {}],
  ['the one who decides was away', EARLIER, {}, { absences: [{ from: daysAgo(300), to: daysAgo(0), person: DECIDES, planned: true }] }],
  ['people propose what they decide themselves', EARLIER, { proposedBy: DECIDES }, {}],
  ['somebody else decided in the end', EARLIER, { deciders: [4] }, {}],
])('[friction.2] is silent where %s', (_, before, of, over) => {
  expect(raisedIn(decisionWait, sceneOf({ ...over, decisions: [...before, ...times(20, (i) => decided(i, 11, of))] }))).toEqual([]);
});

test('[friction.2] somebody may have stood in once', () => {
  const decisions = [...EARLIER, BY_ANOTHER[0]!, ...times(20, (i) => decided(i, 11))];
  expect(raisedIn(decisionWait, sceneOf({ decisions }))).toEqual(['area-0']);
});

test('[friction.2] says nothing before five were decided', () => {
  expect(readOne(decisionWait, sceneOf({ decisions: times(5, (i) => decided(i, 11)) }))).toEqual([]);
});

test('[friction.2] a weekend is no wait', () => {
  const friday = (i: number) => decided(i, 5, { proposedAt: daysAgo(7 * (2 + i) - 4), decidedAt: daysAgo(7 * (2 + i) - 8) });
  expect(readOne(decisionWait, sceneOf({ decisions: [...EARLIER, ...times(20, friday)] }))).toMatchObject([{ value: { value: 0 } }]);
});

test('[friction.2] issues that are labelled as proposals count, whoever takes one back decides nothing', () => {
  const asked = (i: number, closedBy: number | null) =>
    issueOf({ item: `forge/${i}`, labels: ['type: RFC'], openedBy: 0, openedAt: daysAgo(7 * (2 + i)), closedAt: daysAgo(7 * i), closedBy });
  expect(raisedIn(decisionWait, sceneOf({ decisions: EARLIER, issues: times(18, (i) => asked(i, DECIDES)) }))).toEqual(['area-0']);
  expect(
    readOne(decisionWait, sceneOf({ decisions: EARLIER, issues: times(18, (i) => ({ ...asked(i, DECIDES), labels: ['bug'] })) })),
  ).toEqual([]);
});

test('[friction.8] four of five decisions are silent', () => {
  expect(raisedIn(decisionWait, sceneOf({ decisions: [...EARLIER, ...times(5, (i) => decided(i, i < 4 ? 11 : 1))] }))).toEqual([]);
});

/** Proposals of Mondays at noon that wait so many hours of weekdays. */
const waiting = (hours: number, over: Partial<DecisionCase> = {}) =>
  times(20, (i) => {
    const proposedAt = daysAgo(7 * (2 + i));
    return decided(i, 0, { proposedAt, decidedAt: proposedAt + hours * 3600, ...over });
  });

test('[friction.2] a wait is more than three weekdays, and what is still open waits on', () => {
  expect(raisedIn(decisionWait, sceneOf({ decisions: [...EARLIER, ...waiting(80)] }))).toEqual(['area-0']);
  expect(raisedIn(decisionWait, sceneOf({ decisions: [...EARLIER, ...waiting(72)] }))).toEqual([]);
  const [open] = readOne(
    decisionWait,
    sceneOf({ decisions: [...EARLIER, ...waiting(0, { decidedAt: null, deciders: [], status: 'proposed' })] }),
  );
  expect(open).toMatchObject({ raised: true, value: { value: 1 } });
  expect(open!.evidence.every(({ note }) => note.endsWith(', and still does'))).toBe(true);
  const [settled] = readOne(decisionWait, sceneOf({ decisions: [...EARLIER, ...waiting(80)] }));
  expect(settled!.evidence.some(({ note }) => note.includes('still'))).toBe(false);
});

test('[friction.2] what was decided more than a year before shows no gate, and neither does what names no decider', () => {
  const long = EARLIER.map((one) => ({ ...one, proposedAt: one.proposedAt! - 400 * DAY, decidedAt: one.decidedAt! - 400 * DAY }));
  const late = waiting(80).slice(0, 5);
  expect(readOne(decisionWait, sceneOf({ decisions: [...long, ...late] }))).toEqual([]);
  const nobody = EARLIER.map((one) => ({ ...one, deciders: [] }));
  expect(readOne(decisionWait, sceneOf({ decisions: [...nobody, ...late] }))).toEqual([]);
});
