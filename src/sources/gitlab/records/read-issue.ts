import type { Handle } from '#core/facts/fact.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, lengthIn, momentIn, type Shape, textIn } from '#sources/payloads/shape.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';
import { whereOfProjectPage } from '#sources/gitlab/placed.ts';
import { labelsOf } from './read-merge-request.ts';

export function tellIssue(issue: Shape, notes: Notes, opener: Handle | undefined): WhereItem | undefined {
  const where = whereOfProjectPage(textIn(issue, 'web_url', 2000) ?? textIn(issue, 'url', 2000));
  if (!where) {
    notes.skip('issue', 'its address says neither project nor number');
    return undefined;
  }
  notes.tell('issue-opened', {
    reference: `issue-opened:${where.item}`,
    at: momentIn(issue, 'created_at'),
    actor: opener,
    item: where.item,
    place: where.place,
    detail: { title: textIn(issue, 'title', 300), labels: labelsOf(issue), bodyLength: lengthIn(issue, 'description') },
  });
  return where;
}

export function tellIssueClosed(
  issue: Shape,
  notes: Notes,
  { where, actor }: { readonly where: WhereItem; readonly actor: Handle | undefined },
): void {
  if (!fieldOf(issue, 'closed_at')) return;
  const at = momentIn(issue, 'closed_at');
  notes.tell('issue-closed', { reference: `issue-closed:${where.item}${near(at)}`, at, actor, item: where.item, place: where.place });
}

/** Something that happened to an issue and has no number. */
export interface IssueStep {
  readonly where: WhereItem;
  readonly at: number | undefined;
  readonly actor: Handle | undefined;
}

export function tellAssigned(step: IssueStep, change: { readonly other: Handle; readonly removed: boolean }, notes: Notes): void {
  const kind = change.removed ? 'issue-unassigned' : 'issue-assigned';
  const { where, at, actor } = step;
  notes.tell(kind, {
    reference: `${kind}:${where.item}:${change.other}${near(at)}`,
    at,
    actor,
    other: change.other,
    item: where.item,
    place: where.place,
  });
}

export function tellLabelled(step: IssueStep, change: { readonly label: string; readonly removed: boolean }, notes: Notes): void {
  const { where, at, actor } = step;
  const reference = `issue-labelled:${where.item}:${change.removed ? '-' : '+'}${change.label}${near(at)}`;
  notes.tell('issue-labelled', {
    reference,
    at,
    actor,
    item: where.item,
    place: where.place,
    detail: { label: change.label, removed: change.removed || undefined },
  });
}

export function tellReopened({ where, at, actor }: IssueStep, notes: Notes): void {
  notes.tell('issue-reopened', { reference: `issue-reopened:${where.item}${near(at)}`, at, actor, item: where.item, place: where.place });
}
