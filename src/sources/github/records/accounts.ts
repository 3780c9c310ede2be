import type { Handle, Place } from '#core/facts/fact.ts';
import { actorKind } from '#core/identity/actor-kind.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import type { Where } from '#sources/payloads/where-of.ts';

/** The account that a payload names under `key`; what it says beside the login goes to the notes. Deleted accounts are nobody. */
export function accountIn(shape: Shape, key: string, notes: Notes): Handle | undefined {
  return accountOf(shapeIn(shape, key), notes);
}

export function accountOf(account: Shape, notes: Notes): Handle | undefined {
  const login = idIn(account, 'login') ?? idIn(account, 'username');
  if (login === undefined || login === 'ghost') return undefined;
  const handle = handleOf(login, notes.forge);
  const kind = actorKind({ name: login, email: `${login}@users.noreply.github.com` });
  notes.name({
    of: handle,
    name: nameBesides(account, login),
    mail: mailIn(account),
    actor: kind === 'human' ? (textIn(account, 'type') === 'Bot' ? 'bot' : undefined) : kind,
  });
  return handle;
}

export function handleOf(login: string, forge: string): Handle {
  return `${forge}:${login.toLowerCase()}`;
}

/** `team:github.com/acme/payments`: the team that a payload names under `key`, in the organisation of the repository. */
export function teamIn(shape: Shape, key: string, where: Where): Place | undefined {
  const slug = idIn(shapeIn(shape, key), 'slug');
  return slug === undefined ? undefined : `team:${where.repository.split('/').slice(0, -1).join('/')}/${slug.toLowerCase()}`;
}

function nameBesides(account: Shape, login: string): string | undefined {
  const name = textIn(account, 'full_name', 200) ?? textIn(account, 'name', 200);
  return name === login ? undefined : name;
}

/** Addresses that forges make up for those who hide theirs join nothing. */
export function mailIn(account: Shape): string | undefined {
  const mail = textIn(account, 'email', 320)?.toLowerCase();
  return mail && /^[^\s@]+@[^\s@]+$/.test(mail) && !/(^|[@.])noreply\./.test(mail) ? mail : undefined;
}
