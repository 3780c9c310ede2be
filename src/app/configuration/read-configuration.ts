import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { type Configuration, configurationJsonSchema, configurationSchema } from '#contract/configuration.ts';
import { nearest } from '#core/terms/nearest.ts';
import type { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';

/** Longest configuration that is read; a longer one is a mistake or an attack. */
const LONGEST = 1_000_000;

/** Text of an understudy.yaml → configuration; anything not understood is refused with its line and the right word. */
export function readConfiguration(text: string, place: string): Configuration {
  if (text.length > LONGEST) throw problem(place, 'it is longer than a megabyte');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw problem(place, broken.message, { line: lines.linePos(broken.pos[0]).line });
  const parsed = configurationSchema.safeParse(asData(document, place) ?? {});
  if (parsed.success) return parsed.data;
  throw problemOf(parsed.error.issues[0]!, { document, lines, place });
}

interface Source {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly place: string;
}

/** Aliases are allowed but may not multiply: a small file must not become a large one. */
function asData(document: Document, place: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    throw problem(place, 'it refers to itself too often');
  }
}

function problemOf(issue: z.core.$ZodIssue, source: Source): Refusal {
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0]!, issue.path, source);
  const at = issue.path.map(String).join('.') || 'the file';
  return problem(source.place, `${at}: ${issue.message}`, { line: lineOf(issue.path, source) });
}

function unknownKey(key: string, path: readonly PropertyKey[], source: Source): Refusal {
  const known = keysAt(path);
  const meant = nearest(key, known, 1)[0];
  const sentence = `there is no key "${key}"${path.length ? ` under ${path.map(String).join('.')}` : ''}`;
  const remedy = meant ? `Did you mean "${meant}"?` : `Known keys here: ${known.join(', ')}.`;
  return problem(source.place, sentence, { line: lineOf([...path, key], source), remedy });
}

interface Detail {
  readonly line?: number | undefined;
  readonly remedy?: string;
}

function problem(place: string, sentence: string, { line, remedy = CORRECT_IT }: Detail = {}): Refusal {
  return refusal('configuration', { place, line: line === undefined ? '' : `, line ${line}`, problem: sentence, remedy });
}

const CORRECT_IT = 'Correct it; docs/guide/configuration.md lists every key.';

/** The keys that may stand at a place, read from the published schema. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema = configurationJsonSchema() as JsonSchema;
  for (const step of path) schema = (typeof step === 'number' ? schema.items : schema.properties?.[String(step)]) ?? {};
  return Object.keys(schema.properties ?? {});
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** The line where the node at `path` starts; for a key of a map, the line of the key itself. */
function lineOf(path: readonly PropertyKey[], { document, lines }: Source): number {
  const last = path.at(-1);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === last) : undefined;
  const node = (pair?.key ?? document.getIn(path, true) ?? parent) as Node | undefined;
  return lines.linePos(node?.range?.[0] ?? 0).line;
}
