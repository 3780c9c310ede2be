import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'yaml';

/** A document in Markdown: what stands before it, and its sections. */
export interface Outline {
  /** Front matter; empty where there is none that can be read. */
  readonly matter: ReadonlyMap<string, unknown>;
  /** First heading of the first level, or of any. */
  readonly title: string | undefined;
  /** In order; the first has no heading. */
  readonly sections: readonly Section[];
}

export interface Section {
  /** 0 for what stands before the first heading. */
  readonly depth: number;
  readonly heading: string;
  /** Paragraphs and items as plain text, one a line. */
  readonly lines: readonly string[];
  /** Items of its lists, the first level only. */
  readonly items: number;
  /** Addresses that it links to. */
  readonly links: readonly string[];
}

/** A node of the syntax tree, as far as we look (mdast). */
interface Syntax {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Syntax[];
}

/** Longer ones are read up to here. */
const MOST = 48 * 1024;
/** Quotes in quotes and lists in lists, deeper than anybody writes, take the square of their depth to read. */
const DEEP = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){10}.*$|^[ \t]{80}.*$/gm;
/** Below this nothing is looked at. */
const MOST_DEPTH = 60;
const MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,16384}?)\r?\n---[ \t]*(?:\r?\n|$)/;

export function outlineOf(text: string): Outline {
  const front = MATTER.exec(text);
  const body = (front === null ? text : text.slice(front[0].length)).slice(0, MOST).replaceAll(DEEP, '');
  const sections = sectionsOf((fromMarkdown(body) as Syntax).children ?? []);
  const title = (sections.find(({ depth }) => depth === 1) ?? sections.find(({ depth }) => depth > 0))?.heading;
  return { matter: matterOf(front?.[1]), title, sections };
}

function matterOf(text: string | undefined): ReadonlyMap<string, unknown> {
  try {
    const found: unknown = text === undefined ? undefined : parse(text, { maxAliasCount: 10, logLevel: 'silent' });
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return new Map();
    return new Map(Object.entries(found).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  } catch {
    return new Map();
  }
}

function sectionsOf(nodes: readonly Syntax[]): readonly Section[] {
  const found: { depth: number; heading: string; lines: string[]; items: number; links: string[] }[] = [
    { depth: 0, heading: '', lines: [], items: 0, links: [] },
  ];
  for (const node of nodes) {
    if (node.type === 'heading') found.push({ depth: node.depth ?? 1, heading: textOf(node), lines: [], items: 0, links: [] });
    const section = found.at(-1)!;
    if (node.type !== 'heading') section.lines.push(...linesOf(node));
    if (node.type === 'list') section.items += node.children?.length ?? 0;
    section.links.push(...linksOf(node));
  }
  return found;
}

function linesOf(node: Syntax, depth = 0): readonly string[] {
  if (depth > MOST_DEPTH || node.type === 'code' || node.type === 'html') return [];
  if (node.type === 'paragraph' || node.type === 'heading')
    return textOf(node)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return (node.children ?? []).flatMap((child) => linesOf(child, depth + 1));
}

function textOf(node: Syntax, depth = 0): string {
  if (depth > MOST_DEPTH) return '';
  if (node.type === 'break') return '\n';
  if (node.value !== undefined) return node.type === 'html' ? '' : node.value;
  return (node.children ?? []).map((child) => textOf(child, depth + 1)).join('');
}

function linksOf(node: Syntax, depth = 0): readonly string[] {
  if (depth > MOST_DEPTH) return [];
  if (node.type === 'link') return [node.url ?? ''];
  return (node.children ?? []).flatMap((child) => linksOf(child, depth + 1));
}
