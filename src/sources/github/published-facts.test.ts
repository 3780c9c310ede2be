import published from '@octokit/webhooks-examples' with { type: 'json' };
import { expect, it, test } from 'vitest';
import type { Fact } from '#core/facts/fact.ts';
import { readDelivery } from './read-delivery.ts';

const EXAMPLES = (published as unknown as readonly { readonly name: string; readonly examples: readonly object[] }[]).flatMap(
  ({ name, examples }) => examples.map((example, i) => ({ event: name, i, example })),
);
const TELLING = { host: 'github.com', now: 1_700_000_000 };

/** Paths in the payload of what a fact must say: when, who, whom, of which page, and with which number of its own. */
interface Said {
  readonly at?: string;
  readonly actor?: string;
  readonly other?: string;
  readonly page?: string;
  /** What the reference ends with: words, and paths in braces. */
  readonly number?: string;
}

const CHANGED: Said = { at: 'pull_request.updated_at', actor: 'sender', page: 'pull_request.html_url' };
const STEP: Said = { at: 'issue.updated_at', actor: 'sender', page: 'issue.html_url' };
const COMMENT: Said = { at: 'comment.created_at', actor: 'comment.user' };
/** By kind of fact; of pushes by whether there is a change. */
const SAID: Readonly<Record<string, Said>> = {
  'change-opened': { at: 'pull_request.created_at', actor: 'pull_request.user', page: 'pull_request.html_url' },
  'change-closed': { ...CHANGED, at: 'pull_request.closed_at' },
  'change-reopened': CHANGED,
  'change-ready': CHANGED,
  'change-pushed': { ...CHANGED, number: ':{after}' },
  pushed: { at: 'repository.pushed_at', actor: 'sender', number: ':push/{after}' },
  'review-asked': { ...CHANGED, other: 'requested_reviewer' },
  'review-unasked': { ...CHANGED, other: 'requested_reviewer' },
  reviewed: {
    at: 'review.submitted_at',
    actor: 'review.user',
    other: 'pull_request.user',
    page: 'review.html_url',
    number: ':review/{review.id}',
  },
  'review-dismissed': { actor: 'sender', other: 'review.user', page: 'review.html_url', number: ':review/{review.id}' },
  'change-commented': { ...COMMENT, page: 'pull_request.html_url', number: ':line/{comment.id}' },
  'issue-opened': { at: 'issue.created_at', actor: 'issue.user', page: 'issue.html_url' },
  'issue-reopened': STEP,
  'issue-assigned': { ...STEP, other: 'assignee' },
  'issue-unassigned': { ...STEP, other: 'assignee' },
  'issue-labelled': STEP,
  'issue-commented': { ...COMMENT, page: 'issue.html_url', number: ':comment/{comment.id}' },
  deployed: { at: 'deployment_status.created_at', actor: 'deployment.creator', number: ':{deployment.id}/{deployment_status.state}' },
  member: {},
  'rule-set': { at: 'rule.updated_at' },
};

const ALL = EXAMPLES.flatMap(({ event, i, example }) => {
  const body = Buffer.from(JSON.stringify(example));
  const { facts } = readDelivery({ headers: { 'x-github-event': event }, body }, TELLING);
  return facts.map((fact) => ({ name: `${event} ${i} ${fact.kind}`, kind: event === 'push' ? 'pushed' : fact.kind, fact, example }));
});

/** Down a path, as the payload has it. */
function at(example: object, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown> | null | undefined)?.[key], example);
}

function secondsOf(moment: unknown): number {
  return typeof moment === 'number' ? moment : Math.floor(Date.parse(String(moment)) / 1000);
}

function handleOf(account: unknown): string | undefined {
  return account ? `github:${String(at(account as object, 'login')).toLowerCase()}` : undefined;
}

/** `https://github.com/Codertocat/Hello-World/pull/2#…`: `github.com/codertocat/hello-world#2`. */
function itemOf(page: unknown): string {
  return String(page)
    .replace(/^https:\/\/([^#]+)\/(?:pull|issues)\/(\d+)(?:#.*)?$/, '$1#$2')
    .toLowerCase();
}

it('published deliveries tell more than a hundred facts, of every kind that is checked here', () => {
  expect(ALL.length).toBeGreaterThan(100);
  expect(new Set(ALL.map(({ kind }) => kind))).toEqual(new Set(Object.keys(SAID)));
});

test.each(ALL)(
  '$name says who, when and of what, as the payload does',
  ({ kind, fact, example }: { readonly kind: string; readonly fact: Fact; readonly example: object }) => {
    const said = SAID[kind]!;
    // That a rule is gone has no moment of its own.
    const when = kind === 'rule-set' && at(example, 'action') === 'deleted' ? TELLING.now : said.at && secondsOf(at(example, said.at));
    if (when !== undefined) expect(fact.at).toBe(when);
    if (said.actor !== undefined) expect(fact.actor).toBe(handleOf(at(example, said.actor)));
    if (said.other !== undefined) expect(fact.other).toBe(handleOf(at(example, said.other)));
    if (said.page !== undefined) expect(fact.item).toBe(itemOf(at(example, said.page)));
    if (said.number !== undefined)
      expect(fact.reference.endsWith(said.number.replaceAll(/\{([^}]+)\}/g, (_, path: string) => String(at(example, path))))).toBe(true);
    // Two of them show an issue or a change of another repository than the one that they come from: it stands where its page does.
    const home =
      said.page === undefined
        ? String(at(example, 'repository.html_url')).replace('https://', '').toLowerCase()
        : itemOf(at(example, said.page)).split('#')[0];
    if (kind !== 'member') expect(fact.place).toBe(`repository:${home}`);
  },
);
