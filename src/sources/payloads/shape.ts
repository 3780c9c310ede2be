import { momentFrom } from './moment-from.ts';
import type { Moment } from '#core/terms/moment.ts';

/** An object as JSON gave it, of which nothing is believed: every field is asked for by its own name and its own type. */
export type Shape = Readonly<Record<string, unknown>>;

const NOTHING: Shape = Object.freeze(Object.create(null) as Record<string, unknown>);
/** More members than that no list of people, labels or commits has. */
const LONGEST_LIST = 10_000;

/** JSON in UTF-8; undefined when it is neither. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** An empty shape where there is no object. */
export function shapeOf(value: unknown): Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Shape) : NOTHING;
}

export function fieldOf(shape: Shape, key: string): unknown {
  return Object.hasOwn(shape, key) ? shape[key] : undefined;
}

/** Down a path of objects. */
export function shapeIn(shape: Shape, ...path: readonly string[]): Shape {
  return path.reduce((at, key) => shapeOf(fieldOf(at, key)), shape);
}

/** Whether it is an object at all, and not merely absent or null. */
export function hasShape(shape: Shape, key: string): boolean {
  return shapeOf(fieldOf(shape, key)) !== NOTHING;
}

export function listIn(shape: Shape, key: string): readonly unknown[] {
  const value = fieldOf(shape, key);
  return Array.isArray(value) ? value.slice(0, LONGEST_LIST) : [];
}

export function shapesIn(shape: Shape, key: string): readonly Shape[] {
  return listIn(shape, key).map(shapeOf);
}

/** A text that is not empty, cut where it is longer than anybody needs. */
export function textIn(shape: Shape, key: string, longest = 500): string | undefined {
  const value = fieldOf(shape, key);
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;
}

/** How long a text is; undefined where there is none. */
export function lengthIn(shape: Shape, key: string): number | undefined {
  const value = fieldOf(shape, key);
  return typeof value === 'string' ? value.length : undefined;
}

/** A whole number that is not negative. */
export function countIn(shape: Shape, key: string): number | undefined {
  const value = fieldOf(shape, key);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** What identifies something: a number, or a short word without white space. */
export function idIn(shape: Shape, key: string): string | undefined {
  const value = fieldOf(shape, key);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && /^[^\s\p{C}]{1,200}$/u.test(value) ? value : undefined;
}

export function flagIn(shape: Shape, key: string): boolean | undefined {
  const value = fieldOf(shape, key);
  return typeof value === 'boolean' ? value : undefined;
}

export function momentIn(shape: Shape, key: string): Moment | undefined {
  return momentFrom(fieldOf(shape, key));
}
