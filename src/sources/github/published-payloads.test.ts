import published from '@octokit/webhooks-examples' with { type: 'json' };
import { describe, expect, it, test } from 'vitest';
import type { Told } from '#core/facts/told.ts';
import { readDelivery } from './read-delivery.ts';

/** Every delivery that GitHub's users have published: MIT, npm @octokit/webhooks-examples. */
const EXAMPLES = (published as unknown as readonly { readonly name: string; readonly examples: readonly object[] }[]).flatMap(
  ({ name, examples }) => examples.map((example) => ({ event: name, action: (example as { action?: string }).action, example })),
);
const TELLING = { host: 'github.com', now: 1_700_000_000 };

/** What each kind tells, besides what it says of the issue or change itself; `-`: nothing, and it says why. */
const EXPECTED: Readonly<Record<string, string>> = {
  'pull_request.opened': 'change-opened',
  'pull_request.closed': 'change-opened change-closed',
  'pull_request.reopened': 'change-opened change-reopened',
  'pull_request.ready_for_review': 'change-opened change-ready',
  'pull_request.review_requested': 'change-opened review-asked',
  'pull_request.review_request_removed': 'change-opened review-unasked',
  'pull_request.synchronize': 'change-opened change-pushed',
  'pull_request.assigned': 'change-opened -',
  'pull_request.converted_to_draft': 'change-opened -',
  'pull_request.labeled': 'change-opened -',
  'pull_request.locked': 'change-opened -',
  'pull_request.unassigned': 'change-opened -',
  'pull_request.unlabeled': 'change-opened -',
  'pull_request.unlocked': 'change-opened -',
  'pull_request_review.submitted': 'change-opened reviewed',
  'pull_request_review.dismissed': 'change-opened reviewed review-dismissed',
  'pull_request_review_comment.created': 'change-opened change-commented',
  'pull_request_review_comment.edited': 'change-opened -',
  'pull_request_review_comment.deleted': 'change-opened -',
  'pull_request_review_thread.resolved': 'change-opened -',
  'pull_request_review_thread.unresolved': 'change-opened -',
  'issues.opened': 'issue-opened',
  'issues.assigned': 'issue-opened issue-assigned',
  'issues.unassigned': 'issue-opened issue-unassigned',
  'issues.labeled': 'issue-opened issue-labelled',
  'issues.unlabeled': 'issue-opened issue-labelled',
  'issues.reopened': 'issue-opened issue-reopened',
  'issues.edited': 'issue-opened -',
  'issues.deleted': 'issue-opened -',
  'issues.milestoned': 'issue-opened -',
  'issues.demilestoned': 'issue-opened -',
  'issues.locked': 'issue-opened -',
  'issues.unlocked': 'issue-opened -',
  'issues.pinned': 'issue-opened -',
  'issues.unpinned': 'issue-opened -',
  'issues.transferred': 'issue-opened -',
  'issue_comment.created': 'issue-opened issue-commented',
  'issue_comment.edited': 'issue-opened -',
  'issue_comment.deleted': 'issue-opened -',
  push: '- change-pushed',
  deployment: '-',
  deployment_status: '- deployed',
  membership: '- member',
  'organization.member_added': 'member',
  'member.added': '-',
  'member.edited': '-',
  branch_protection_rule: 'rule-set',
};

describe('published payloads', () => {
  it('are there, all of them', () => {
    expect(EXAMPLES.length).toBe(329);
    expect(new Set(EXAMPLES.map(({ event }) => event)).size).toBe(58);
  });

  test.each(EXAMPLES)('$event $action tells something or says why not', ({ event, action, example }) => {
    const expected = EXPECTED[`${event}.${action}`] ?? EXPECTED[event] ?? '-';
    const kinds = kindsOf(readDelivery(deliveryOf(event, example), TELLING));
    for (const kind of kinds) expect(expected.split(' ')).toContain(kind);
    if (!expected.includes(' -') && !expected.startsWith('- ')) expect(kinds.join(' ')).toBe(expected);
  });

  test.each(Object.entries(EXPECTED))('%s tells %s', (name, expected) => {
    const found = EXAMPLES.filter(({ event, action }) => `${event}.${action}` === name || event === name);
    expect(found.length).toBeGreaterThan(0);
    const kinds = new Set(found.flatMap(({ event, example }) => kindsOf(readDelivery(deliveryOf(event, example), TELLING))));
    expect([...kinds].toSorted()).toEqual(expected.split(' ').toSorted());
  });

  it('are told the same when fields are added that nobody knows yet', () => {
    for (const { event, example } of EXAMPLES) {
      const grown = { ...example, __proto__x: { polluted: true }, brand_new: [[[{}]]], sender_v2: null };
      expect(readDelivery(deliveryOf(event, grown), TELLING)).toEqual(readDelivery(deliveryOf(event, example), TELLING));
    }
  });

  it('that are broken in any one field are never thrown at', () => {
    for (const { event, example } of EXAMPLES) {
      for (const key of Object.keys(example))
        for (const broken of [null, 7, '', [], { toString: 1 }, [null]])
          expect(() => readDelivery(deliveryOf(event, { ...example, [key]: broken }), TELLING)).not.toThrow();
    }
  });
});

function kindsOf({ facts, skipped }: Told): readonly string[] {
  return [...facts.map(({ kind }) => kind), ...(skipped.length > 0 ? ['-'] : [])];
}

function deliveryOf(event: string, payload: object) {
  return { headers: { 'x-github-event': event }, body: Buffer.from(JSON.stringify(payload)) };
}
