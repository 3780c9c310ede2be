import type { Handle } from '#core/facts/fact.ts';
import { actorKind } from '#core/identity/actor-kind.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';

/** The account that a payload names under `key`. */
export function memberIn(shape: Shape, key: string, notes: Notes): Handle | undefined {
  return memberOf(shapeIn(shape, key), notes);
}

export function membersIn(shape: Shape, key: string, notes: Notes): readonly Handle[] {
  return shapesIn(shape, key).flatMap((one) => memberOf(one, notes) ?? []);
}

/** Some payloads name an account by number only, others by name and number: the notes say which number is whose. */
export function memberOf(account: Shape, notes: Notes): Handle | undefined {
  const username = idIn(account, 'username');
  const number = idIn(account, 'id');
  if (username === undefined) return undefined;
  const handle = usernameOf(username);
  const kind = actorKind({ name: username, email: `${username}@noreply.invalid` });
  const mail = mailOf(textIn(account, 'email', 320));
  notes.name({
    of: handle,
    name: textIn(account, 'name', 200),
    mail,
    actor: kind === 'human' ? undefined : kind,
    sameAs: number === undefined ? undefined : [numbered(number)],
  });
  return handle;
}

/** Somebody of whom only the number is known: the account beside it where the numbers agree. */
export function memberNumbered(shape: Shape, key: string, beside: readonly Shape[]): Handle | undefined {
  const number = idIn(shape, key);
  if (number === undefined) return undefined;
  const found = beside.find((account) => idIn(account, 'id') === number);
  const username = found && idIn(found, 'username');
  return username === undefined ? numbered(number) : usernameOf(username);
}

export function usernameOf(username: string): Handle {
  return `gitlab:${username.toLowerCase()}`;
}

function numbered(number: string): Handle {
  return `gitlab:#${number}`;
}

/** Hidden addresses come as `[REDACTED]`, and made-up ones join nothing. */
export function mailOf(mail: string | undefined): string | undefined {
  return mail !== undefined && /^[^\s@]+@[^\s@]+$/.test(mail) && !/noreply/i.test(mail) ? mail.toLowerCase() : undefined;
}
