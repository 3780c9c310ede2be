import type { Handle } from '#core/facts/fact.ts';
import { closesIn } from '#sources/written/closes.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, flagIn, idIn, lengthIn, listIn, momentIn, type Shape, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { type WhereItem, whereOfPage } from '#sources/payloads/where-of.ts';
import { memberIn } from './members.ts';

/** A merge request as the API lists it, or as `object_attributes` of a delivery, which know the opener by number only. */
export function tellMergeRequest(request: Shape, notes: Notes, opener: Handle | undefined): WhereItem | undefined {
  const where = whereOfPage(textIn(request, 'web_url', 2000) ?? textIn(request, 'url', 2000));
  if (!where) {
    notes.skip('merge request', 'its address says neither project nor number');
    return undefined;
  }
  notes.tell('change-opened', {
    reference: `change-opened:${where.item}`,
    at: momentIn(request, 'created_at'),
    actor: opener,
    item: where.item,
    place: where.place,
    detail: {
      title: textIn(request, 'title', 300),
      draft: flagIn(request, 'draft') || flagIn(request, 'work_in_progress') || undefined,
      base: textIn(request, 'target_branch', 250),
      bodyLength: lengthIn(request, 'description'),
      labels: labelsOf(request),
      closes: closesIn(request, 'description', where),
    },
  });
  return where;
}

export interface Ending {
  readonly where: WhereItem;
  readonly at: number | undefined;
  readonly actor: Handle | undefined;
  readonly opener?: Handle | undefined;
}

export function tellMerged(request: Shape, notes: Notes, { where, at, actor, opener }: Ending): void {
  notes.tell('change-merged', {
    reference: `change-merged:${where.item}`,
    at,
    actor,
    other: opener,
    item: where.item,
    place: where.place,
    detail: {
      commit: idIn(request, 'squash_commit_sha') ?? idIn(request, 'merge_commit_sha'),
      base: textIn(request, 'target_branch', 250),
    },
  });
}

export function tellClosed(notes: Notes, { where, at, actor }: Ending): void {
  notes.tell('change-closed', { reference: `change-closed:${where.item}${near(at)}`, at, actor, item: where.item, place: where.place });
}

/** How it ended, as the API lists it. */
export function tellEnding(
  request: Shape,
  notes: Notes,
  { where, opener }: { readonly where: WhereItem; readonly opener: Handle | undefined },
): void {
  const merger = memberIn(request, 'merge_user', notes) ?? memberIn(request, 'merged_by', notes);
  if (fieldOf(request, 'merged_at')) tellMerged(request, notes, { where, at: momentIn(request, 'merged_at'), actor: merger, opener });
  else if (fieldOf(request, 'closed_at'))
    tellClosed(notes, { where, at: momentIn(request, 'closed_at'), actor: memberIn(request, 'closed_by', notes) });
}

/** As words in the API, as objects with a title in deliveries. */
export function labelsOf(shape: Shape): readonly string[] | undefined {
  const labels = listIn(shape, 'labels').flatMap((label) =>
    typeof label === 'string' ? [label.slice(0, 100)] : (textIn(shapeOf(label), 'title', 100) ?? []),
  );
  return labels.length > 0 ? labels : undefined;
}
