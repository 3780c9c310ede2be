import type { Handle } from '#core/facts/fact.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, type Shape } from '#sources/payloads/shape.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';
import { accountIn, teamIn } from './accounts.ts';

/** What happens to a change that has no number of its own: told by a webhook and by the events of the API alike. */
export interface ChangeStep {
  readonly kind: 'change-ready' | 'change-reopened' | 'review-asked' | 'review-unasked' | 'change-closed';
  readonly where: WhereItem;
  readonly at: number | undefined;
  readonly actor: Handle | undefined;
  /** A review was asked because CODEOWNERS names whom it was asked of. */
  readonly asCodeOwner?: true;
}

const CHANGE_STEPS: Readonly<Record<string, ChangeStep['kind']>> = {
  ready_for_review: 'change-ready',
  reopened: 'change-reopened',
  review_requested: 'review-asked',
  review_request_removed: 'review-unasked',
};

/** What deliveries and events call a step by the same name. */
export function changeStepNamed(name: string): ChangeStep['kind'] | undefined {
  return Object.hasOwn(CHANGE_STEPS, name) ? CHANGE_STEPS[name] : undefined;
}

/** `said`: the payload or event, which names whom a review was asked of. */
export function tellChangeStep({ kind, where, at, actor, asCodeOwner }: ChangeStep, said: Shape, notes: Notes): void {
  const common = { at, actor, item: where.item, place: where.place };
  if (kind === 'change-closed' || kind === 'change-ready' || kind === 'change-reopened')
    return notes.tell(kind, { reference: `${kind}:${where.item}${near(at)}`, ...common });
  const other = accountIn(said, 'requested_reviewer', notes);
  const team = teamIn(said, 'requested_team', where);
  if (other === undefined && team === undefined) return notes.skip('review request', 'it does not say of whom');
  notes.tell(kind, { reference: `${kind}:${where.item}:${other ?? team}${near(at)}`, ...common, other, detail: { team, asCodeOwner } });
}

/** Commits that were added to the branch of a change; `head`: where it stands now. */
export function tellPushed(payload: Shape, notes: Notes, { where, at, actor }: Omit<ChangeStep, 'kind'>): void {
  const head = idIn(payload, 'after');
  notes.tell('change-pushed', {
    reference: head && `change-pushed:${where.item}:${head}`,
    at,
    actor,
    item: where.item,
    place: where.place,
  });
}
