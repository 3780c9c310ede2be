import { askAll, entriesOf } from '#sources/asking/ask-all.ts';
import { type Answered, ask } from '#sources/asking/ask.ts';
import type { Leg, LegPage } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import { idIn, momentIn, type Shape, shapeOf } from '#sources/payloads/shape.ts';
import { accountIn } from '#sources/github/records/accounts.ts';
import { tellDeployed } from '#sources/github/records/read-deployment.ts';
import { tellChange, tellClosed } from '#sources/github/records/read-change.ts';
import { tellLineComment, tellReview } from '#sources/github/records/read-review.ts';
import { headersOf, type Repository, sinceOf } from './repository.ts';

/** Few at a time: each is asked for itself and for its reviews, and a walk that breaks off asks for the page again. */
const CHANGES = 20;

export function legsOfChanges(order: ApiOrder, { name, root, where }: Repository): readonly Leg[] {
  return [
    {
      name: `${name} changes`,
      first: `${root}/pulls?state=all&sort=updated&direction=desc&per_page=${CHANGES}`,
      read: (page) => readChanges(order, root, page),
    },
    {
      name: `${name} line-comments`,
      first: `${root}/pulls/comments?sort=created&direction=asc&since=${sinceOf(order)}&per_page=100`,
      read: ({ json }) => {
        const notes = startNotes('github');
        for (const comment of entriesOf(json)) tellLineComment(comment, notes);
        return { told: notes.told() };
      },
    },
    {
      name: `${name} deployments`,
      first: `${root}/deployments?per_page=30`,
      mayLack: [403, 404],
      read: async ({ json }) => {
        const notes = startNotes('github');
        const fresh = entriesOf(json).filter((deployment) => isFresh(order, deployment, 'created_at'));
        const besides: unknown[] = [];
        for (const deployment of fresh) {
          const id = idIn(deployment, 'id');
          if (id === undefined) continue;
          const statuses = await askAll(order, {
            address: `${root}/deployments/${id}/statuses?per_page=100`,
            headers: headersOf(order),
            mayLack: [404],
          });
          besides.push(statuses);
          for (const status of statuses) tellDeployed({ status, deployment, where }, notes);
        }
        return { told: notes.told(), besides, last: fresh.length < entriesOf(json).length };
      },
    },
  ];
}

async function readChanges(order: ApiOrder, root: string, { json }: Answered): Promise<LegPage> {
  const notes = startNotes('github');
  const listed = entriesOf(json);
  const fresh = listed.filter((change) => isFresh(order, change, 'updated_at'));
  const besides: unknown[] = [];
  for (const change of fresh) besides.push(await readChange(order, { root, change }, notes));
  return { told: notes.told(), besides, last: fresh.length < listed.length };
}

/** The list knows neither lines nor who merged. A change that went away since it was listed is told as the list has it. */
async function readChange(
  order: ApiOrder,
  { root, change }: { readonly root: string; readonly change: Shape },
  notes: Notes,
): Promise<unknown> {
  const number = idIn(change, 'number');
  if (number === undefined) return notes.skip('pull request', 'it has no number');
  const headers = headersOf(order);
  const asked = await ask(order, { address: `${root}/pulls/${number}`, headers, mayLack: [404, 410] });
  const whole = asked ? shapeOf(asked.json) : change;
  const reviews = await askAll(order, { address: `${root}/pulls/${number}/reviews?per_page=100`, headers, mayLack: [404, 410] });
  const where = tellChange(whole, notes, { whole: true });
  if (where) tellClosed(whole, notes, { where });
  for (const review of reviews) tellReview(review, notes, accountIn(whole, 'user', notes));
  return { whole, reviews };
}

function isFresh(order: ApiOrder, entry: Shape, key: string): boolean {
  return (momentIn(entry, key) ?? order.since) >= order.since;
}
