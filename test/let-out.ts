import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';

/** Any answer as it leaves for somebody, by default on their own machine. */
export function letOut<A extends Answer>(answer: A, viewer: Viewer = { mode: 'solo' }): Released<A> {
  return release(answer, allow(viewer, { question: answer.schema.split('/')[1]! }));
}
