import { configurationJsonSchema } from '../../src/contract/configuration.ts';

/** docs/guide/configuration.md: every key of understudy.yaml, from the schema by which it is checked. */
export function configurationPage(): string {
  const schema = configurationJsonSchema() as Schema;
  const rows = rowsOf(schema, '').map(({ key, kind, meaning }) => `| \`${key}\` | ${kind} | ${meaning.replaceAll('*', String.raw`\*`)} |`);
  return `${INTRODUCTION}\n| key | value | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}

const INTRODUCTION = `# Configuration reference

<!-- Written by npm run docs from src/contract/configuration.ts. Do not edit. -->

\`understudy.yaml\` stands at the top of a repository. Every key is optional; \`understudy init\` writes a commented one whose thresholds hold today. A key that is not listed here is refused, with the nearest one that is. Editors that know JSON Schema can use [understudy.schema.json](../understudy.schema.json).
`;

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
}

interface Entry {
  readonly key: string;
  readonly kind: string;
  readonly meaning: string;
}

function rowsOf(schema: Schema, prefix: string): readonly Entry[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const key = `${prefix}${name}`;
    const inner = value.items?.properties ? rowsOf(value.items, `${key}[].`) : rowsOf(value, `${key}.`);
    return [{ key, kind: kindOf(value), meaning: value.description ?? value.items?.description ?? '' }, ...inner];
  });
}

function kindOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' or ');
  if (schema.type === 'array') return schema.items ? `list of ${plural(kindOf(schema.items))}` : 'list';
  if (schema.type === 'object') return 'group';
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'string') return 'text';
  return numberKind(schema);
}

function numberKind({ type, minimum, maximum }: Schema): string {
  const noun = type === 'integer' ? 'whole number' : 'number';
  const low = minimum !== undefined && minimum > -Number.MAX_SAFE_INTEGER ? minimum : undefined;
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (low !== undefined && high !== undefined) return `${noun}, ${low} to ${high}`;
  if (low !== undefined) return `${noun} from ${low}`;
  return high === undefined ? noun : `${noun} up to ${high}`;
}

function plural(kind: string): string {
  return kind
    .replace(/^text$/, 'texts')
    .replace(/^group$/, 'groups')
    .replace(/^list of/, 'lists of');
}
