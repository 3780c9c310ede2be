import type { Notes } from '#sources/payloads/notes.ts';
import { countIn, idIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { whereOfHome } from '#sources/payloads/where-of.ts';
import { mailOf, memberIn, memberNumbered, usernameOf } from './records/members.ts';
import { tellDeployed } from './records/read-deployment.ts';

/** Commits that came to a branch. */
export function tellPush(payload: Shape, notes: Notes): void {
  const where = whereOfHome(textIn(shapeIn(payload, 'project'), 'web_url', 2000));
  const ref = textIn(payload, 'ref', 300) ?? '';
  const after = idIn(payload, 'after');
  if (!where || !ref.startsWith('refs/heads/')) return notes.skip('event push', 'it does not say where, or is of no branch');
  if (after === undefined || /^0+$/.test(after)) return notes.skip('event push', 'a branch was deleted');
  const commits = shapesIn(payload, 'commits').slice(0, 100);
  const username = idIn(payload, 'user_username');
  // Before GitLab 10 only the number is said.
  const actor = username === undefined ? memberNumbered(payload, 'user_id', []) : usernameOf(username);
  if (actor !== undefined)
    notes.name({ of: actor, name: textIn(payload, 'user_name', 200), mail: mailOf(textIn(payload, 'user_email', 320)) });
  notes.tell('change-pushed', {
    reference: `change-pushed:${where.repository}:push/${after}`,
    at: momentIn(commits.at(-1) ?? {}, 'timestamp'),
    actor,
    place: where.place,
    size: countIn(payload, 'total_commits_count') ?? commits.length,
    detail: { branch: ref.slice('refs/heads/'.length), commits: commits.flatMap((commit) => idIn(commit, 'id') ?? []) },
  });
}

export function tellDeployment(payload: Shape, notes: Notes): void {
  const where = whereOfHome(textIn(shapeIn(payload, 'project'), 'web_url', 2000));
  if (!where) return notes.skip('event deployment', 'it does not say where');
  const commit = /\/commit\/([0-9a-f]{7,64})$/.exec(textIn(payload, 'commit_url', 2000) ?? '')?.[1];
  tellDeployed(
    {
      where,
      id: idIn(payload, 'deployment_id'),
      status: textIn(payload, 'status'),
      at: momentIn(payload, 'status_changed_at'),
      actor: memberIn(payload, 'user', notes),
      commit,
      environment: textIn(payload, 'environment', 100),
    },
    notes,
  );
}
