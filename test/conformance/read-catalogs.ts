import { parseAllDocuments } from 'yaml';
import { type FileVersion, versionsOf } from './versions-of.ts';

/** Where the official examples stand in the repository of Backstage and its forks. */
const EXAMPLES = 'packages/catalog-model/examples';

/** Every version of every catalog file in those clones of a folder that hold Backstage's own examples; each version once. */
export function catalogFiles(clones: string): readonly FileVersion[] {
  const all = versionsOf(clones, { named: /backstage|devtools/i, mark: EXAMPLES, patterns: ['*.yaml', '*.yml'] });
  return all.filter(({ path, text }) => path.startsWith(EXAMPLES) || /^apiVersion:\s*['"]?backstage\.io\//m.test(text));
}

/** What a catalog file says, walked without our reader: one line for each thing said, and how many documents are no entity that is judged. */
export function saidBy(text: string): { readonly lines: readonly string[]; readonly others: number } {
  const lines: string[] = [];
  let others = 0;
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })) {
    let said: unknown = null;
    if (document.errors.length === 0) said = document.toJS();
    else said = 'broken';
    if (said === null) continue;
    const own = linesOf(said as Loose);
    if (own === undefined) others++;
    else lines.push(...own);
  }
  return { lines: [...new Set(lines)].toSorted(), others };
}

/** As files mostly are; nothing of it is sure. */
interface Loose {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: string; readonly annotations?: Readonly<Record<string, unknown>> };
  readonly spec?: Readonly<Record<string, unknown>> & { readonly profile?: { readonly email?: unknown } };
}
const JUDGED = new Set(['component', 'system', 'domain', 'resource', 'api', 'group', 'user']);
const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

function linesOf(entity: Loose | string | null): readonly string[] | undefined {
  if (typeof entity !== 'object' || entity === null) return undefined;
  const kind = typeof entity.kind === 'string' ? entity.kind.toLowerCase() : '';
  const { name, namespace = 'default', annotations = {} } = entity.metadata ?? {};
  if (typeof entity.apiVersion !== 'string' || !JUDGED.has(kind) || typeof name !== 'string' || !NAME.test(name)) return undefined;
  const spec = entity.spec ?? {};
  const full = (written: unknown, usual: string): string => {
    const [, k = usual, n = namespace, rest] = /^(?:([^:]+):)?(?:([^/]+)\/)?(.+)$/.exec(String(written)) ?? [];
    return `${k}:${n}/${rest!}`.toLowerCase();
  };
  const all = (field: string, usual: string): readonly string[] =>
    [spec[field] ?? []].flat().flatMap((one: unknown) => (typeof one === 'string' && /^[\w.:/-]+$/.test(one) ? [full(one, usual)] : []));
  const me = full(name, kind);
  if (kind === 'user') {
    const mail = spec.profile?.email;
    return [
      ...all('memberOf', 'group').map((group) => `${me} in ${group}`),
      ...(typeof mail === 'string' && mail !== '' ? [`${me} mail ${mail.toLowerCase()}`] : []),
    ];
  }
  const many = (said: string, ...refs: readonly (readonly string[])[]) => refs.flat().map((ref) => `${me} ${said} ${ref}`);
  const holder = { component: 'subcomponentOf', system: 'domain', domain: 'subdomainOf', group: 'parent' }[kind];
  const slug = annotations['github.com/project-slug'];
  const location = annotations['backstage.io/source-location'] ?? annotations['backstage.io/managed-by-location'];
  const from = /^url:https:\/\/github\.com\/([^/]+\/[^/]+)/.exec(String(location))?.[1];
  return [
    `${me} is there`,
    ...['type', 'lifecycle'].flatMap((key) => (typeof spec[key] === 'string' ? [`${me} ${key} ${spec[key]}`] : [])),
    ...many(
      'owner',
      /^[^@:/]+@[^@:/]+$/.test(String(spec['owner'])) ? [`mail:${String(spec['owner'])}`.toLowerCase()] : all('owner', 'group').slice(0, 1),
    ),
    ...many('system', all('system', 'system').slice(0, 1)),
    ...many('needs', all('dependsOn', 'component'), all('consumesApis', 'api')),
    ...many('needed by', all('dependencyOf', 'component')),
    ...many('offers', all('providesApis', 'api'), all('implementsApis', 'api')),
    ...many(
      'part of',
      holder === undefined
        ? []
        : all(
            holder,
            holder === 'subcomponentOf' ? 'component' : holder.startsWith('sub') || holder === 'domain' ? 'domain' : 'group',
          ).slice(0, 1),
    ),
    ...(kind === 'group' ? [...many('holds', all('children', 'group')), ...all('members', 'user').map((user) => `${user} in ${me}`)] : []),
    ...(typeof slug === 'string' && /^[\w.-]+\/[\w.-]+$/.test(slug.trim()) ? [`${me} repository ${slug.trim()}`] : []),
    ...(from === undefined ? [] : [`${me} repository ${from}`]),
  ];
}
