import type { Handle } from '#core/facts/fact.ts';
import { closesIn } from '#sources/written/closes.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { countIn, fieldOf, flagIn, idIn, lengthIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { type WhereItem, whereOfPage } from '#sources/payloads/where-of.ts';
import { accountIn } from './accounts.ts';

/**
 * A pull request as REST and webhooks give it (Gitea's is alike). That it was opened is always told, and that it was merged where `whole`
 * or where it says by whom: the first to say so is kept, and should be the one that knows.
 */
export function tellChange(change: Shape, notes: Notes, { whole }: { readonly whole: boolean }): WhereItem | undefined {
  const where = whereOfPage(textIn(change, 'html_url', 2000));
  if (!where) {
    notes.skip('pull request', 'its address says neither repository nor number');
    return undefined;
  }
  const opener = accountIn(change, 'user', notes);
  notes.tell('change-opened', {
    reference: `change-opened:${where.item}`,
    at: momentIn(change, 'created_at'),
    actor: opener,
    item: where.item,
    place: where.place,
    size: linesOf(change),
    detail: {
      title: textIn(change, 'title', 300),
      draft: flagIn(change, 'draft') || undefined,
      base: baseOf(change),
      bodyLength: lengthIn(change, 'body'),
      labels: labelsOf(change),
      files: countIn(change, 'changed_files'),
      closes: closesIn(change, 'body', where),
    },
  });
  const merger = accountIn(change, 'merged_by', notes);
  if (fieldOf(change, 'merged_at') && (whole || merger)) tellMerged(change, notes, { where, opener, merger });
  return where;
}

function tellMerged(
  change: Shape,
  notes: Notes,
  by: { readonly where: WhereItem; readonly opener: Handle | undefined; readonly merger: Handle | undefined },
): void {
  notes.tell('change-merged', {
    reference: `change-merged:${by.where.item}`,
    at: momentIn(change, 'merged_at'),
    actor: by.merger,
    other: by.opener,
    item: by.where.item,
    place: by.where.place,
    size: linesOf(change),
    detail: { commit: idIn(change, 'merge_commit_sha') ?? idIn(change, 'merged_commit_sha'), base: baseOf(change) },
  });
}

/** Closed without being merged; `actor` where somebody says who did it. */
export function tellClosed(
  change: Shape,
  notes: Notes,
  { where, actor }: { readonly where: WhereItem; readonly actor?: Handle | undefined },
): void {
  if (!fieldOf(change, 'closed_at') || fieldOf(change, 'merged_at')) return;
  const at = momentIn(change, 'closed_at');
  notes.tell('change-closed', { reference: `change-closed:${where.item}${near(at)}`, at, actor, item: where.item, place: where.place });
}

export function labelsOf(shape: Shape): readonly string[] | undefined {
  const labels = shapesIn(shape, 'labels').flatMap((label) => textIn(label, 'name', 100) ?? []);
  return labels.length > 0 ? labels : undefined;
}

function baseOf(change: Shape): string | undefined {
  return textIn(shapeIn(change, 'base'), 'ref', 250);
}

/** Lists do not count lines; the change itself does. */
function linesOf(change: Shape): number | undefined {
  const [added, removed] = [countIn(change, 'additions'), countIn(change, 'deletions')];
  return added === undefined || removed === undefined ? undefined : added + removed;
}
