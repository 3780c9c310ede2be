import type { Notes } from '#sources/payloads/notes.ts';
import { flagIn, idIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { whereOfHome } from '#sources/payloads/where-of.ts';
import { accountIn, handleOf, mailIn } from './accounts.ts';
import { momentFrom } from '#sources/payloads/moment-from.ts';

/** Commits that a push names at most: what is beyond is in the history anyway. */
const MOST = 100;

/** Commits that came to a branch. Who wrote them joins their addresses to accounts: the only payload that says so. */
export function tellPush(payload: Shape, notes: Notes): void {
  const where = whereOfHome(textIn(shapeIn(payload, 'repository'), 'html_url', 2000));
  const ref = textIn(payload, 'ref', 300) ?? '';
  if (!where) return notes.skip('push', 'it does not say where');
  if (!ref.startsWith('refs/heads/')) return notes.skip('push', 'of a tag: tags are not read');
  const after = idIn(payload, 'after');
  if (flagIn(payload, 'deleted') || /^0+$/.test(after ?? '')) return notes.skip('push', 'a branch was deleted');
  const commits = shapesIn(payload, 'commits');
  for (const commit of commits.slice(0, MOST)) tellAuthor(commit, notes);
  notes.tell('change-pushed', {
    reference: after && `change-pushed:${where.repository}:push/${after}`,
    at: momentOfPush(payload),
    actor: accountIn(payload, 'sender', notes),
    place: where.place,
    size: commits.length,
    detail: { branch: ref.slice('refs/heads/'.length), forced: flagIn(payload, 'forced') || undefined, commits: hashes(commits) },
  });
}

function tellAuthor(commit: Shape, notes: Notes): void {
  const author = shapeIn(commit, 'author');
  const login = idIn(author, 'username');
  if (login !== undefined) notes.name({ of: handleOf(login, notes.forge), name: textIn(author, 'name', 200), mail: mailIn(author) });
}

function hashes(commits: readonly Shape[]): readonly string[] | undefined {
  const found = commits.slice(0, MOST).flatMap((commit) => idIn(commit, 'id') ?? []);
  return found.length > 0 ? found : undefined;
}

/** When the repository was pushed to (GitHub says it in seconds); else when its last commit was made. */
function momentOfPush(payload: Shape): number | undefined {
  const repository: Shape = shapeIn(payload, 'repository');
  const head =
    Object.keys(shapeIn(payload, 'head_commit')).length > 0 ? shapeIn(payload, 'head_commit') : shapesIn(payload, 'commits').at(-1);
  const pushed = repository['pushed_at'];
  return (typeof pushed === 'number' ? momentFrom(pushed) : undefined) ?? momentFrom(textIn(head ?? {}, 'timestamp')) ?? momentFrom(pushed);
}
