import { z } from 'zod';
import type { Operation } from '#contract/operations/operation.ts';

/** One request that means no good. */
export interface HostileRequest {
  readonly operation: Operation;
  /** Which part was spoilt, for whoever reads a failure. */
  readonly spoilt: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Words that mean something to a file system, a shell, a database, a spreadsheet, a terminal, a page, a parser. */
export const HOSTILE_WORDS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '../../../../../../etc/passwd',
  '/etc/passwd',
  '..\\..\\windows\\win.ini',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'file:///etc/passwd',
  'ext::sh -c "touch pwned"',
  '-u',
  '--upload-pack=touch pwned',
  'https://127.0.0.1/x.git',
  'https://169.254.169.254/latest/meta-data',
  'https://[::ffff:7f00:1]/x.git',
  '__proto__',
  'constructor',
  'toString',
  "'; drop table account; --",
  '" or 1=1 --',
  '$(touch pwned)`touch pwned`;touch pwned|touch pwned',
  'a\r\nx-injected: yes\r\n\r\n<script>',
  '=HYPERLINK("http://example.org","x")',
  '@SUM(1+1)*cmd|calc',
  '\u001B]0;owned\u0007\u001B[2J',
  '\u202Egnp.exe\u202C',
  '<script>alert(1)</script>',
  '{{constructor.constructor("return 1")()}}${7*7}',
  '%s%n%x%00%',
  '\uD800',
  '\u{1F600}\u0301\u0301\u0301',
  'NaN',
  '-1',
  '1e999',
  '99999999999999999999999',
  '0001-01-01',
  '2024-02-30',
  '275760-09-14',
  'x'.repeat(5000),
  'ü'.repeat(300),
  'a@b',
  '*',
  '.',
  'HEAD@{0}',
];

const DEPTH = 20_000;
/** The same as JSON texts, and what only JSON can say. Texts, because some of it no object of ours can hold. */
const HOSTILE_JSON: readonly string[] = [
  ...HOSTILE_WORDS.map((word) => JSON.stringify(word)),
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e308',
  '1e999',
  '9007199254740993',
  '[]',
  '{}',
  '[[[]]]',
  '["__proto__"]',
  '[null,1,{}]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":null,"length":-1}',
  `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`,
  `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
  JSON.stringify('\uD800'),
  JSON.stringify('y'.repeat(200_000)),
];

const BROKEN_BODIES: readonly string[] = ['', '{', 'nothing', '{"a":1}{"a":2}', '\uFEFF{}', '{"a":1,"a":2}', '{"__proto__":1}', '\0'];

const HOSTILE_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { cookie: 'understudy_session=' },
  { cookie: `understudy_session=${'x'.repeat(3000)}` },
  { cookie: 'understudy_session=%00; understudy_session=..%2F; __proto__=1' },
  { cookie: ';;==;%ZZ=%ZZ' },
  { authorization: 'Bearer ' },
  { authorization: `Bearer ${'a'.repeat(4000)}` },
  { authorization: 'Basic YWRtaW46YWRtaW4=' },
  { authorization: "Bearer ' or 1=1 --" },
  { 'if-none-match': `"${'x'.repeat(3000)}", *` },
  { accept: '../../etc/passwd', 'accept-language': '\u00FC\u00FF', 'accept-encoding': 'gzip;q=nan' },
  { 'x-forwarded-for': '127.0.0.1, ::1, not an address', 'x-forwarded-host': 'rebound.example', 'x-forwarded-proto': 'gopher' },
  { 'x-http-method-override': 'DELETE', 'x-original-url': '/api/accounts', range: 'bytes=-1,0-,99999999999-1' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'content-type': 'multipart/form-data; boundary=' },
  { 'user-agent': '=cmd|calc \u001B[2J'.replaceAll('\u001B', '') + 'x'.repeat(2000) },
  { 'last-event-id': '__proto__', referer: 'javascript:alert(1)' },
];

type Described = Readonly<Record<string, unknown>>;

/** Every part of an operation with every hostile value in it, the others as they should be. `at` leads to what is there. */
export function hostileRequests(operation: Operation, at: Readonly<Record<string, string>>): readonly HostileRequest[] {
  const sound = soundParts(operation, at);
  const make = (spoilt: string, parts: Partial<Sound>, headers: HostileRequest['headers'] = {}): HostileRequest => {
    const { params, query, body } = { ...sound, ...parts };
    return { operation, spoilt, path: pathOf(operation, params) + (query === '' ? '' : `?${query}`), body, headers };
  };
  const params = Object.keys(sound.params).flatMap((name) =>
    [...HOSTILE_WORDS.map(encoded), '%', '%c0%ae%c0%ae%c0%af', '%ff', '..;/', '%252e%252e%252f'].map((word) =>
      make(`param ${name}`, { params: { ...sound.params, [name]: word } }),
    ),
  );
  const query = fieldsOf(operation.query).flatMap((name) =>
    [...HOSTILE_WORDS.map((word) => `${name}=${encoded(word)}`), `${name}=1&${name}=2`, `${name}[]=1`, `${name}[__proto__]=1`, name].map(
      (word) => make(`query ${name}`, { query: word }),
    ),
  );
  const oddQuery = ['__proto__=1', 'constructor[prototype][a]=1', '%=%', '&&&', 'x'.repeat(4000)].map((word) =>
    make('query', { query: word }),
  );
  const fields = fieldsOf(operation.body).flatMap((name) =>
    HOSTILE_JSON.map((json) => make(`body ${name}`, { body: withField(sound.body!, name, json) })),
  );
  const bodies =
    sound.body === undefined
      ? []
      : [...HOSTILE_JSON, ...BROKEN_BODIES, withField(sound.body, '__proto__', '{"admin":true}')].map((body) => make('body', { body }));
  const headers = HOSTILE_HEADERS.map((set) => make(`header ${Object.keys(set).join(' ')}`, {}, set));
  return [...params, ...query, ...oddQuery, ...fields, ...bodies, ...headers];
}

interface Sound {
  readonly params: Readonly<Record<string, string>>;
  readonly query: string;
  readonly body: string | undefined;
}

function soundParts({ params, body, method }: Operation, at: Readonly<Record<string, string>>): Sound {
  // What changes something is led to where nothing is: this is about refusing, and the next request needs what is there.
  const found = (name: string): string => (method === 'GET' ? (at[name] ?? 'x') : 'x');
  const fields = propertiesOf(body);
  return {
    params: Object.fromEntries(fieldsOf(params).map((name) => [name, found(name)])),
    query: '',
    body: body && JSON.stringify(Object.fromEntries(Object.keys(fields).map((name) => [name, sampleOf(fields[name]!)]))),
  };
}

function pathOf({ path }: Operation, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name]!);
}

function encoded(word: string): string {
  return encodeURIComponent(word.toWellFormed());
}

/** By text: what JSON calls `__proto__` is a field there, and none of an object literal. */
function withField(body: string, name: string, json: string): string {
  const { [name]: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
  const others = JSON.stringify(rest).slice(1, -1);
  return `{${[others, `${JSON.stringify(name)}:${json}`].filter((part) => part !== '').join(',')}}`;
}

function fieldsOf(schema: z.ZodType | undefined): readonly string[] {
  return Object.keys(propertiesOf(schema));
}

function propertiesOf(schema: z.ZodType | undefined): Readonly<Record<string, Described>> {
  if (schema === undefined) return {};
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;
  return (described['properties'] ?? {}) as Readonly<Record<string, Described>>;
}

/** Something that the schema takes. */
function sampleOf(field: Described): unknown {
  if ('const' in field) return field['const'];
  if (Array.isArray(field['enum'])) return field['enum'][0];
  if (Array.isArray(field['anyOf'])) return sampleOf(field['anyOf'][0] as Described);
  if (field['type'] === 'integer' || field['type'] === 'number') return field['minimum'] ?? 1;
  if (field['type'] === 'boolean') return false;
  if (field['type'] === 'array') return [];
  if (field['type'] === 'object') return {};
  return 'x';
}
