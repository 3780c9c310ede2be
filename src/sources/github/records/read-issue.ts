import type { Handle } from '#core/facts/fact.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, lengthIn, momentIn, type Shape, textIn } from '#sources/payloads/shape.ts';
import { type WhereItem, whereOfPage } from '#sources/payloads/where-of.ts';
import { accountIn } from './accounts.ts';
import { labelsOf } from './read-change.ts';

/** An issue as REST and webhooks give it (Gitea's is alike). */
export function tellIssue(issue: Shape, notes: Notes): WhereItem | undefined {
  const where = whereOfPage(textIn(issue, 'html_url', 2000));
  if (!where) {
    notes.skip('issue', 'its address says neither repository nor number');
    return undefined;
  }
  notes.tell('issue-opened', {
    reference: `issue-opened:${where.item}`,
    at: momentIn(issue, 'created_at'),
    actor: accountIn(issue, 'user', notes),
    item: where.item,
    place: where.place,
    detail: { title: textIn(issue, 'title', 300), labels: labelsOf(issue), bodyLength: lengthIn(issue, 'body') },
  });
  return where;
}

export interface IssueClosed {
  readonly where: WhereItem;
  readonly actor?: Handle | undefined;
  readonly commit?: string | undefined;
}

/** That it was closed, where it is; `actor` where somebody says who did it. */
export function tellIssueClosed(issue: Shape, notes: Notes, { where, commit, ...by }: IssueClosed): void {
  if (!fieldOf(issue, 'closed_at')) return;
  const at = momentIn(issue, 'closed_at');
  const actor = by.actor ?? accountIn(issue, 'closed_by', notes);
  notes.tell('issue-closed', {
    reference: `issue-closed:${where.item}${near(at)}`,
    at,
    actor,
    item: where.item,
    place: where.place,
    detail: { commit },
  });
}

/** What happens to an issue that has no number of its own. */
export interface Step {
  readonly kind: 'issue-assigned' | 'issue-unassigned' | 'issue-reopened' | 'issue-labelled';
  readonly where: WhereItem;
  readonly at: number | undefined;
  readonly actor: Handle | undefined;
  readonly other?: Handle | undefined;
  readonly label?: string | undefined;
  readonly removed?: boolean;
}

const ISSUE_STEPS: Readonly<Record<string, Step['kind']>> = {
  assigned: 'issue-assigned',
  unassigned: 'issue-unassigned',
  reopened: 'issue-reopened',
  labeled: 'issue-labelled',
  unlabeled: 'issue-labelled',
};

/** What deliveries and events call a step by the same name. */
export function issueStepNamed(name: string): Step['kind'] | undefined {
  return Object.hasOwn(ISSUE_STEPS, name) ? ISSUE_STEPS[name] : undefined;
}

export function tellIssueStep({ kind, where, at, actor, other, label, removed }: Step, notes: Notes): void {
  const what = label === undefined ? other : (removed ? '-' : '+') + label;
  const common = {
    reference: `${kind}:${where.item}${what === undefined ? '' : `:${what}`}${near(at)}`,
    at,
    actor,
    item: where.item,
    place: where.place,
  };
  if (kind !== 'issue-labelled') notes.tell(kind, { ...common, other });
  else if (label !== undefined) notes.tell(kind, { ...common, detail: { label, removed: removed || undefined } });
}
