import { isAbsolute, normalize } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { calledByPath } from '#sources/opening/open-repository.ts';

/** Where a repository is read from. Nothing else can be an address: whatever git also understands is refused. */
export type SourceAddress =
  | { readonly kind: 'folder'; readonly address: string; readonly name: string }
  | {
      readonly kind: 'https' | 'ssh';
      readonly address: string;
      readonly name: string;
      /** Name or number as it stands in the address; brackets of IPv6 are off. */
      readonly host: string;
      readonly port: number;
      /** Whom ssh logs in as. */
      readonly login: string;
    };

const LONGEST = 1000;
const PORTS = { https: 443, ssh: 22 } as const;
/** `git@host:path`, as services print it. */
const SHORT_SSH = /^([\w.-]+)@([\w.-]+):(?!\/\/)(.+)$/;
const LOGIN = /^[A-Za-z0-9_][\w.-]*$/;
/** What a path may hold that goes to another machine's shell or into a request. */
const REMOTE_PATH = /^\/(?:[\w.~+@%-]+\/?)+$/;

/** Reads an address that somebody gave; refuses other schemes, options in disguise, credentials and odd characters. */
export function parseAddress(given: string): SourceAddress {
  const no = (reason: string): Error => refusal('source-address', { address: given.slice(0, 200), reason });
  if (given.length > LONGEST) throw no('it is too long');
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(given)) throw no('it holds characters that cannot be seen');
  if (given.startsWith('-')) throw no('it looks like an option');
  if (isAbsolute(given)) return { kind: 'folder', address: normalize(given), name: calledByPath(given) || 'repository' };
  const short = SHORT_SSH.exec(given);
  if (short !== null) return parsed(`ssh://${short[1]}@${short[2]}/${short[3]!.replace(/^\//, '')}`, no);
  return parsed(given, no);
}

function parsed(text: string, no: (reason: string) => Error): SourceAddress {
  const scheme = /^([A-Za-z][\w+.-]*):/.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) throw no('it is neither an absolute path nor an address with a scheme');
  if (scheme !== 'https' && scheme !== 'ssh') throw no(`only folders, https and ssh are read, not ${scheme}`);
  if (/\s|%2[ef]|%5c|\\/i.test(text)) throw no('it holds characters that no repository needs');
  if (!URL.canParse(text) || !text.slice(scheme.length).startsWith('://')) throw no('it is not well formed');
  const url = new URL(text);
  if (url.password !== '' || (scheme === 'https' && url.username !== '')) throw no('a credential does not belong into an address');
  if (url.search !== '' || url.hash !== '') throw no('nothing may follow its path');
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '');
  if (host === '' || host.startsWith('-') || !/^[\w.:-]+$/.test(host)) throw no('its host is none');
  if (!REMOTE_PATH.test(url.pathname) || decodes(url.pathname)) throw no('its path holds characters that no repository needs');
  const login = url.username === '' ? 'git' : url.username;
  if (!LOGIN.test(login)) throw no('its login name is none');
  const port = url.port === '' ? PORTS[scheme] : Number(url.port);
  const own = port === PORTS[scheme] ? '' : `:${port}`;
  const shownHost = host.includes(':') ? `[${host}]` : host.toLowerCase();
  const address = `${scheme}://${scheme === 'ssh' ? `${login}@` : ''}${shownHost}${own}${url.pathname.replace(/\/+$/, '')}`;
  return { kind: scheme, address, name: calledByPath(url.pathname), host: host.toLowerCase(), port, login };
}

/** An escape that hides a dot, a slash or something that cannot be seen. */
function decodes(path: string): boolean {
  return /%(?:0|1|2[ef]|5c|7f|[^0-9a-f]|.[^0-9a-f])/i.test(path) || path.split('/').some((part) => part === '..' || part.startsWith('-'));
}
