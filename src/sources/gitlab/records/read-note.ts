import { mentionsIn } from '#sources/written/mentions.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { countIn, fieldOf, idIn, lengthIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';
import { usernameOf } from './members.ts';
import { type Act, tellApproved, tellAsked, tellChangesRequested, tellStep, tellUnapproved } from './read-act.ts';
import type { Handle } from '#core/facts/fact.ts';

/** A comment, as a delivery or the API gives it. `onChange`: on a merge request. */
export function tellNote(
  note: Shape,
  { where, actor, onChange }: { readonly where: WhereItem; readonly actor: Handle | undefined; readonly onChange: boolean },
  notes: Notes,
): void {
  const id = idIn(note, 'id');
  const text = fieldOf(note, 'note') ?? fieldOf(note, 'body');
  const said = { at: momentIn(note, 'created_at'), actor, item: where.item, place: where.place };
  const position = shapeIn(note, 'position');
  if (!onChange)
    return notes.tell('issue-commented', {
      reference: id && `issue-commented:${where.item}:note/${id}`,
      ...said,
      detail: { mentions: mentionsIn(text, 'gitlab') },
    });
  notes.tell('change-commented', {
    reference: id && `change-commented:${where.item}:note/${id}`,
    ...said,
    path: textIn(position, 'new_path', 4096) ?? textIn(position, 'old_path', 4096),
    size: lengthIn(note, 'note') ?? lengthIn(note, 'body'),
    detail: { line: countIn(position, 'new_line') },
  });
}

const ASKED = /requested review from ((?:@[\w.-]+(?:,| and|, and)? ?){1,50})/;
const UNASKED = /removed review request for ((?:@[\w.-]+(?:,| and|, and)? ?){1,50})/;

/** A note that GitLab wrote itself: the only place where its API says when somebody approved or was asked. */
export function tellSystemNote(note: Shape, act: Act, notes: Notes): void {
  const text = textIn(note, 'body', 2000) ?? '';
  if (text.startsWith('approved this merge request')) return tellApproved(act, notes);
  if (text.startsWith('unapproved this merge request')) return tellUnapproved(act, notes);
  if (text.startsWith('requested changes')) return tellChangesRequested(act, notes);
  if (text.startsWith('marked this merge request as **ready**')) return tellStep(act, 'change-ready', notes);
  if (text.startsWith('reopened')) return tellStep(act, 'change-reopened', notes);
  for (const other of namesIn(ASKED.exec(text)?.[1])) tellAsked({ ...act, other }, 'review-asked', notes);
  for (const other of namesIn(UNASKED.exec(text)?.[1])) tellAsked({ ...act, other }, 'review-unasked', notes);
}

function namesIn(text: string | undefined): readonly Handle[] {
  return [...(text ?? '').matchAll(/@([\w.-]+)/g)].map(([, name]) => usernameOf(name!.replace(/\.$/, '')));
}
