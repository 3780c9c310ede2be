/**
 * # Identity keys
 * What it says: which spelling of a name or e-mail stands for the same mailbox, account or full name.
 * Formula: key(e-mail) = lower case, free-mail tags and dots removed, or host + account where a platform hides the mailbox; key(name) = letters without accents, lower case, one space between words, `Doe, Jane` turned round.
 * Reading: equal keys are one mailbox, account or written name; a generic key (`root`, `admin@…`) never joins anybody.
 * Source: forms of no-reply addresses as documented by GitHub, GitLab and Gitea/Forgejo; I. Wiese, J. da Silva, I. Steinmacher, C. Treude, M. Gerosa, "Who is who in the mailing list?", ICSME 2016.
 * Weakness: two people who really share one mailbox, or a full name and the months they worked in, look like one; refused merges in the configuration part them.
 */

/** A name and e-mail as an outside source wrote them. Either may be empty. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Everything that spellings are compared by, computed once per identity. */
export interface IdentityKeys {
  readonly mailbox: string;
  /** Account behind a no-reply address: `host/login`, and `host#number` where it has one. */
  readonly accounts: readonly string[];
  /** Login or local part. */
  readonly handle: string;
  readonly name: string;
  /** A full name can carry a merge; a first name or a login cannot. */
  readonly isFullName: boolean;
  /** The address stands for a machine, a role or nothing. */
  readonly isGenericMailbox: boolean;
}

export function identityKeys({ name, email }: Identity): IdentityKeys {
  const key = nameKey(name);
  const mailbox = mailboxKey(email);
  const accounts = accountKeys(email);
  return {
    mailbox,
    accounts,
    handle: handleIn(accounts, mailbox),
    name: key,
    isFullName: isFullName(key),
    isGenericMailbox: isGenericMailbox(mailbox),
  };
}

/** Longest address that mail knows (RFC 5321). */
const LONGEST_ADDRESS = 320;
const FREE_MAIL = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'fastmail.com',
  'fastmail.fm',
  'icloud.com',
  'me.com',
  'mac.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
]);
const GENERIC_WORDS = new Set(
  (
    'root nobody unknown noreply no-reply donotreply do-not-reply none null user username you your me myself name email mail test tester testing ' +
    'anonymous anon admin administrator ubuntu debian fedora centos vagrant ec2-user pi www-data www git svn cvs hg ' +
    'jenkins builder build runner ci bot developer dev devs guest default localhost local author (no no-author noauthor system service sysadmin owner ' +
    'support info contact team office webmaster postmaster hostmaster github gitlab bitbucket macbook laptop computer pc'
  ).split(' '),
);
const GENERIC_HOSTS = new Set([
  '',
  'localhost',
  'localhost.localdomain',
  'localdomain',
  'local',
  'none',
  '(none)',
  'unknown',
  'invalid',
  'example.com',
  'example.org',
  'example.net',
  'test.com',
  'test',
  'email.com',
  'domain.com',
  'server.fake',
  'nowhere',
]);
const PLATFORM_COMMITTERS = new Set([
  'noreply@github.com',
  'noreply@gitlab.com',
  'noreply@gitea.com',
  'noreply@codeberg.org',
  'noreply@bitbucket.org',
  'web-flow@users.noreply.github.com',
  '19864447+web-flow@users.noreply.github.com',
]);

/** Lower-case mailbox with free-mail tags and dots removed; '' when there is none. */
export function mailboxKey(email: string): string {
  const plain = email
    .slice(0, LONGEST_ADDRESS)
    .trim()
    .replace(/^[<[]+|[>\]]+$/g, '')
    .toLowerCase();
  const split = plain.lastIndexOf('@');
  if (split < 1) return plain;
  const host = plain.slice(split + 1) === 'googlemail.com' ? 'gmail.com' : plain.slice(split + 1);
  let local = plain.slice(0, split);
  if (FREE_MAIL.has(host)) local = local.replace(/\+.*$/, '');
  if (host === 'gmail.com') local = local.replaceAll('.', '');
  return `${local}@${host}`;
}

/** Account keys behind a no-reply address: `host/login`, and `host#number`, which survives a change of login. */
export function accountKeys(email: string): readonly string[] {
  if (!/noreply/i.test(email)) return NO_ACCOUNTS;
  const match = /^(?:(\d+)[+-])?([^@+]+)@(?:users\.)?noreply\.([a-z0-9.-]+)$/.exec(email.slice(0, LONGEST_ADDRESS).trim().toLowerCase());
  if (match === null) return [];
  const [, number, login, host] = match;
  return number === undefined ? [`${host}/${login}`] : [`${host}/${login}`, `${host}#${number}`];
}

const NO_ACCOUNTS: readonly string[] = [];

/** The part of an address that a person chose: login or local part. */
export function handleOf(email: string): string {
  return handleIn(accountKeys(email), mailboxKey(email));
}

function handleIn([account]: readonly string[], mailbox: string): string {
  if (account !== undefined) return account.slice(account.indexOf('/') + 1);
  const split = mailbox.lastIndexOf('@');
  return split < 0 ? mailbox : mailbox.slice(0, split);
}

/** Written name without accents, case, brackets, nicknames in quotes or punctuation. */
export function nameKey(name: string): string {
  const plain = withoutAccents(turnedRound(name.slice(0, LONGEST_NAME)))
    .toLowerCase()
    .replace(/['’.`]/g, '');
  return plain.replace(ASCII.test(plain) ? /[^a-z0-9@]+/g : /[^\p{L}\p{N}@]+/gu, ' ').trim();
}

/** Nobody's name is longer; what is, tries to keep the patterns below busy. */
const LONGEST_NAME = 200;
const ASCII = /^[\x20-\x7e]*$/;

/** Without brackets and nicknames in quotes; `Doe, Jane` as `Jane Doe`. */
function turnedRound(name: string): string {
  if (!/[([",“]/.test(name)) return name;
  const bare = name.replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|[“”][^“”]*[“”]/g, ' ');
  const turned = /^\s*([^,]+),\s*([^,]+)$/.exec(bare);
  return turned === null ? bare : `${turned[2]} ${turned[1]}`;
}

const FOLDED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  Þ: 'Th',
  þ: 'th',
  ı: 'i',
};

function withoutAccents(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØßæÆœđĐðÐþÞı]/g, (letter) => FOLDED[letter]!);
}

/** A name of two real words or more (or three letters without spaces in a script that needs none): it can carry a merge. */
export function isFullName(key: string): boolean {
  if (key.includes('@')) return false;
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana} ]{2,}$/u.test(key))
    return key.replaceAll(' ', '').length >= 3;
  const words = key.split(' ').filter((word) => word.length > 1);
  return words.length >= 2 && key.length >= 6 && !words.every(isGenericWord);
}

function isGenericWord(word: string): boolean {
  return GENERIC_WORDS.has(word);
}

/** An address that stands for a machine, a role or nothing: it never joins two names. */
function isGenericMailbox(mailbox: string): boolean {
  const split = mailbox.lastIndexOf('@');
  const host = split < 0 ? '' : mailbox.slice(split + 1);
  const local = split < 0 ? mailbox : mailbox.slice(0, split);
  if (split < 0 && !isGenericWord(local) && local.length > 2) return false;
  return GENERIC_HOSTS.has(host)
    ? isGenericWord(local) || split < 0 || host.startsWith('example') || host === ''
    : SURELY_GENERIC.has(local);
}

const SURELY_GENERIC = new Set([
  'root',
  'nobody',
  'unknown',
  'noreply',
  'no-reply',
  'donotreply',
  'do-not-reply',
  'none',
  'null',
  'anonymous',
  'ubuntu',
  'vagrant',
  'ec2-user',
  'www-data',
  'jenkins',
  'you',
  'your',
  'username',
  'not.committed.yet',
]);

/** Neither name nor address says who it was. */
export function isNobody(keys: IdentityKeys): boolean {
  const nameless = keys.name === '' || keys.name.split(' ').every(isGenericWord) || keys.name === 'not committed yet';
  return nameless && (keys.mailbox === '' || keys.isGenericMailbox || isGenericWord(keys.handle));
}

/** The platform itself wrote the commit object: its committer says nothing about a person. */
export function isPlatform(identity: Identity): boolean {
  const email = identity.email.trim().toLowerCase();
  return (
    PLATFORM_COMMITTERS.has(email) || (email.startsWith('noreply@') && /^(github|gitlab|gitea|forgejo|bitbucket)\b/i.test(identity.name))
  );
}
