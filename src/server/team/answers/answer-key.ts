import { createHash } from 'node:crypto';
import { knowsWhoAsks } from '#core/policy/asked.ts';
import { sightOf } from '#core/policy/sight-of.ts';
import type { Sight } from '#core/policy/roles.ts';
import type { Order } from './thread-talk.ts';

/** Everything that an answer depends on, and so the name under which its bytes are kept. */
export interface Keyed extends Order {
  readonly sight: Sight;
}

/** Own words count only where the question is about the one who asks; otherwise all who see as much share one answer. */
export function answerKey({ world, question, at, input, viewer, ownWords, held, sight, closed, scene }: Keyed): string {
  const own = knowsWhoAsks(question) ? ownWords.map((word) => word.toLowerCase()).toSorted() : [];
  return JSON.stringify([
    world.sources.map(({ id, name, stamp }) => [id, name, stamp]),
    question,
    at,
    canonical(input),
    viewer.mode,
    sight,
    // The map goes as deep as paths may be seen.
    sightOf(viewer, 'paths'),
    own,
    held,
    closed,
    scene === undefined ? null : [scene.mark, scene.looks],
  ]);
}

/** The same for the same bytes, in every server of the same build: it can be told before the answer is worked out. */
export function etagOf(key: string, build: string): string {
  return `"${createHash('sha256').update(`${build}\n${key}`).digest('base64url').slice(0, 27)}"`;
}

/** However it was spelled: keys in order, what was not said left away. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, word]) => word !== undefined);
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, word]) => [key, canonical(word)]));
}
