import { askAll, entriesOf } from '#sources/asking/ask-all.ts';
import type { Answered } from '#sources/asking/ask.ts';
import type { Leg, LegPage } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { memberIn } from '#sources/gitlab/records/members.ts';
import { tellIssue, tellIssueClosed } from '#sources/gitlab/records/read-issue.ts';
import { tellDeployed } from '#sources/gitlab/records/read-deployment.ts';
import { tellEnding, tellMergeRequest } from '#sources/gitlab/records/read-merge-request.ts';
import { tellNote, tellSystemNote } from '#sources/gitlab/records/read-note.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import { flagIn, idIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';
import { headersOf, type Project } from './project.ts';

/** Each of a page is also asked for its notes. */
const AT_A_TIME = 20;

export function legsOfWork(order: ApiOrder, { name, root, where }: Project): readonly Leg[] {
  const since = new Date(order.since * 1000).toISOString();
  return [
    {
      name: `${name} merge-requests`,
      first: `${root}/merge_requests?scope=all&state=all&order_by=updated_at&sort=desc&updated_after=${since}&per_page=${AT_A_TIME}`,
      mayLack: [403, 404],
      read: (page) => readEach(page, (request, notes) => readMergeRequest(order, { root, request }, notes)),
    },
    {
      name: `${name} issues`,
      first: `${root}/issues?scope=all&order_by=updated_at&sort=desc&updated_after=${since}&per_page=${AT_A_TIME}`,
      mayLack: [403, 404],
      read: (page) => readEach(page, (issue, notes) => readIssue(order, { root, issue }, notes)),
    },
    {
      name: `${name} deployments`,
      first: `${root}/deployments?order_by=updated_at&sort=desc&updated_after=${since}&per_page=100`,
      mayLack: [403, 404],
      read: ({ json }) => {
        const notes = startNotes('gitlab');
        for (const deployment of entriesOf(json)) {
          const at = momentIn(deployment, 'finished_at') ?? momentIn(deployment, 'updated_at');
          const said = {
            id: idIn(deployment, 'id'),
            status: textIn(deployment, 'status'),
            commit: idIn(deployment, 'sha'),
            environment: textIn(shapeIn(deployment, 'environment'), 'name', 100),
          };
          tellDeployed({ where, at, actor: memberIn(deployment, 'user', notes), ...said }, notes);
        }
        return { told: notes.told() };
      },
    },
  ];
}

async function readEach({ json }: Answered, read: (entry: Shape, notes: Notes) => Promise<unknown>): Promise<LegPage> {
  const notes = startNotes('gitlab');
  const besides: unknown[] = [];
  for (const entry of entriesOf(json)) besides.push(await read(entry, notes));
  return { told: notes.told(), besides };
}

async function readMergeRequest(
  order: ApiOrder,
  { root, request }: { readonly root: string; readonly request: Shape },
  notes: Notes,
): Promise<unknown> {
  const opener = memberIn(request, 'author', notes);
  const where = tellMergeRequest(request, notes, opener);
  const number = idIn(request, 'iid');
  if (!where || number === undefined) return undefined;
  tellEnding(request, notes, { where, opener });
  const written = await notesOf(order, `${root}/merge_requests/${number}`);
  for (const note of written) {
    const act = { where, at: momentIn(note, 'created_at'), actor: memberIn(note, 'author', notes), other: opener };
    if (flagIn(note, 'system')) tellSystemNote(note, act, notes);
    else tellNote(note, { where, actor: act.actor, onChange: true }, notes);
  }
  return written;
}

async function readIssue(
  order: ApiOrder,
  { root, issue }: { readonly root: string; readonly issue: Shape },
  notes: Notes,
): Promise<unknown> {
  const where: WhereItem | undefined = tellIssue(issue, notes, memberIn(issue, 'author', notes));
  const number = idIn(issue, 'iid');
  if (!where || number === undefined) return undefined;
  tellIssueClosed(issue, notes, { where, actor: memberIn(issue, 'closed_by', notes) });
  const written = await notesOf(order, `${root}/issues/${number}`);
  for (const note of written)
    if (!flagIn(note, 'system')) tellNote(note, { where, actor: memberIn(note, 'author', notes), onChange: false }, notes);
  return written;
}

function notesOf(order: ApiOrder, root: string): Promise<readonly Shape[]> {
  return askAll(order, {
    address: `${root}/notes?sort=asc&order_by=created_at&per_page=100`,
    headers: headersOf(order),
    mayLack: [403, 404],
  });
}
