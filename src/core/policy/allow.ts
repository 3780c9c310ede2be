import { refusal } from '#core/terms/refusals.ts';
import { type Asked, topicsOf } from './asked.ts';
import { SIGHTS, type Sight, TOPICS } from './roles.ts';
import { type Place, sightOf } from './sight-of.ts';
import type { Viewer } from './viewer.ts';

declare abstract class GivenByPolicy {
  protected readonly givenByPolicy: true;
}

interface PermitFacts {
  readonly question: string;
  readonly viewer: Viewer;
  readonly sight: Sight;
}

/** That this viewer may have the answer to this question. Only `allow` gives one. */
export type Permit = PermitFacts & GivenByPolicy;

/** What an envelope with figures of areas needs at least. */
const LEAST = SIGHTS.indexOf('roles');

/** Decides before anything is computed; refuses what the viewer may not see, in words that say why. */
export function allow(viewer: Viewer, asked: Asked): Permit {
  const place = placeOf(asked.input);
  const seen = topicsOf(asked).map((topic) => ({ topic, sight: SIGHTS.indexOf(sightOf(viewer, topic, place)) }));
  const hidden = seen.find(({ sight }) => sight < LEAST);
  if (hidden) throw refusal('not-yours-to-see', { mode: viewer.mode, about: TOPICS[hidden.topic] });
  const sight = SIGHTS[Math.min(...seen.map((one) => one.sight))]!;
  return { question: asked.question, viewer, sight } as PermitFacts as Permit;
}

function placeOf(input: unknown): Place {
  const area = typeof input === 'object' && input !== null && 'area' in input ? input.area : undefined;
  return typeof area === 'string' ? { area } : {};
}
