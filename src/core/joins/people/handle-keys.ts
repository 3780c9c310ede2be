import { actorKind } from '#core/identity/actor-kind.ts';
import { identityKeys, isFullName, nameKey } from '#core/identity/identity-keys.ts';
import type { ActorKind } from '#core/terms/person.ts';
import type { HandleSeen } from './handles-seen.ts';

/** What somebody is compared by, whether commits or a source know them. */
export interface SomebodyKeys {
  /** `github`, `pagerduty`, …; '' for people of the history. */
  readonly vendor: string;
  readonly mailboxes: readonly string[];
  /** Full names only. */
  readonly names: readonly string[];
  readonly logins: readonly string[];
  /** Accounts behind no-reply addresses, `github.com/login`. */
  readonly accounts: readonly string[];
  /** Hosts of addresses that are somebody's own, not of a provider of free mail. */
  readonly houses: readonly string[];
  readonly kind: ActorKind;
}

/** A calendar that is called by a name: somebody's, or a team's. One that is called by an address is whoever has that. */
export function isNamedCalendar(handle: string): boolean {
  return handle.startsWith('calendar:') && !handle.includes('@');
}

/** Vendors whose handles hold a login that people choose. */
const WITH_LOGIN = new Set(['github', 'gitlab', 'gitea']);

export function keysOfHandle({ handle, names, mails, kind }: HandleSeen): SomebodyKeys {
  const colon = handle.indexOf(':');
  const [vendor, own] = [handle.slice(0, colon), handle.slice(colon + 1)];
  const isMail = vendor === 'mail' || (vendor === 'calendar' && own.includes('@'));
  const isName = vendor === 'name' || (vendor === 'calendar' && !own.includes('@'));
  const spelled = keysOfSpellings({ names: isName ? [own, ...names] : names, mails: isMail ? [own, ...mails] : mails });
  const login = WITH_LOGIN.has(vendor) ? own.toLowerCase() : '';
  return {
    ...spelled,
    vendor,
    logins: login === '' ? [] : [login],
    kind: kind ?? actorKind(signed({ name: names[0] ?? (isMail ? '' : own), mail: mails[0] ?? (isMail ? own : ''), login, vendor })),
  };
}

/** As commits are signed: a login, or a name of one word, stands for the address where there is none. */
function signed({ name, mail, login, vendor }: { readonly [Key in 'name' | 'mail' | 'login' | 'vendor']: string }) {
  const account = login === '' && /^\S+$/.test(name) ? name : login;
  return { name, email: mail !== '' || account === '' ? mail : `${account}@users.noreply.${vendor}.com` };
}

export function keysOfPerson(person: {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly kind: ActorKind;
}): SomebodyKeys {
  const keys = person.emails.map((email) => identityKeys({ name: '', email }));
  return {
    ...keysOfSpellings({ names: person.names, mails: person.emails }),
    vendor: '',
    logins: distinct(keys.map(({ handle }) => handle)),
    accounts: distinct(keys.flatMap(({ accounts }) => accounts)),
    kind: person.kind,
  };
}

function keysOfSpellings({
  names,
  mails,
}: {
  readonly names: readonly string[];
  readonly mails: readonly string[];
}): Omit<SomebodyKeys, 'vendor' | 'logins' | 'kind'> {
  const keys = mails.map((email) => identityKeys({ name: '', email }));
  const own = keys.filter(({ mailbox, accounts }) => mailbox.includes('@') && accounts.length === 0 && isSomebodys(mailbox));
  return {
    mailboxes: distinct(own.map(({ mailbox }) => mailbox)),
    names: distinct(names.map(nameKey).filter(isFullName)),
    accounts: distinct(keys.flatMap(({ accounts }) => accounts)),
    houses: distinct(own.map(({ mailbox }) => mailbox.slice(mailbox.lastIndexOf('@') + 1)).filter((host) => !FREE.has(host))),
  };
}

/** Hosts for examples hold nothing real in a history, but what a source says of an account of its own it means. */
function isSomebodys(mailbox: string): boolean {
  const email = mailbox.replace(/@example\.(?:com|org|net)$/, '@house.example');
  return !identityKeys({ name: '', email }).isGenericMailbox;
}

/** Where anybody can have an address: it says nothing about whom they work with. */
const FREE = new Set(
  (
    'gmail.com outlook.com hotmail.com live.com msn.com fastmail.com fastmail.fm icloud.com me.com mac.com proton.me protonmail.com pm.me ' +
    'yahoo.com aol.com gmx.de gmx.net gmx.com web.de t-online.de mail.ru yandex.ru qq.com 163.com 126.com foxmail.com posteo.de mailbox.org zoho.com'
  ).split(' '),
);

/** Whether a no-reply account `host/login` belongs to a vendor's handle. */
export function isAccountOf(account: string, vendor: string, login: string): boolean {
  const slash = account.indexOf('/');
  if (slash < 0 || account.slice(slash + 1) !== login) return false;
  const host = account.slice(0, slash);
  if (vendor === 'gitea') return host !== 'github.com' && !host.includes('gitlab');
  return host === `${vendor}.com` || host.split('.').includes(vendor);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
