import type { Handle } from '#core/facts/fact.ts';

/** Words before a colon that say which source knows somebody by what follows. */
const KNOWN = /^(github|gitlab|gitea|forgejo|pagerduty|opsgenie|grafana|incident-io|slack|backstage|git):(\S+)$/i;
const MAIL = /^[^\s<>@,;]+@[^\s<>@,;]+$/;
const NAMED = /^(.*?)\s*<([^\s<>@,;]+@[^\s<>@,;]+)>$/;

export interface PersonCell {
  readonly handle: Handle;
  readonly name?: string;
  readonly mail?: string;
}

/** Who a cell means: a name, an address, `Name <address>`, or a handle such as `github:octo-ada`. */
export function cellPerson(text: string): PersonCell {
  const named = NAMED.exec(text);
  if (named !== null) return withMail(named[2]!, named[1]!.replaceAll('"', '').trim());
  if (MAIL.test(text)) return withMail(text, '');
  const known = KNOWN.exec(text);
  if (known !== null) return { handle: handleOf(known[1]!.toLowerCase(), known[2]!) };
  const [prefix, rest] = [text.slice(0, 5).toLowerCase(), text.slice(5).trim()];
  if (prefix === 'mail:' && MAIL.test(rest)) return withMail(rest, '');
  const name = prefix === 'name:' ? rest : text;
  return { handle: `name:${name}`, name };
}

/** Several handles in one cell: `github:octo-ada, slack:U123`. */
export function cellHandles(text: string): readonly Handle[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part.includes(':') || part.includes('@'))
    .map((part) => cellPerson(part).handle);
}

function withMail(mail: string, name: string): PersonCell {
  const lower = mail.toLowerCase();
  return { handle: `mail:${lower}`, mail: lower, ...(name === '' ? {} : { name }) };
}

/** Logins of forges do not tell capitals; identifiers of other systems do. */
function handleOf(source: string, login: string): Handle {
  return source === 'github' ? `github:${login.toLowerCase()}` : `${source}:${login}`;
}
