import { refusal } from '#core/terms/refusals.ts';
import { type Asked, topicsOf } from './asked.ts';
import { SIGHTS, type Sight, TOPICS, type Topic } from './roles.ts';
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
  const seen = sightsOf(viewer, asked);
  const hidden = seen.find(({ sight }) => SIGHTS.indexOf(sight) < LEAST);
  if (hidden) throw refusal('not-yours-to-see', { mode: viewer.mode, about: TOPICS[hidden.topic] });
  return { question: asked.question, viewer, sight: leastSight(viewer, asked) } as PermitFacts as Permit;
}

/** The sight at which a question would be answered: the least of all that it touches. */
export function leastSight(viewer: Viewer, asked: Asked): Sight {
  return SIGHTS[Math.min(...sightsOf(viewer, asked).map(({ sight }) => SIGHTS.indexOf(sight)))]!;
}

function sightsOf(viewer: Viewer, asked: Asked): readonly { readonly topic: Topic; readonly sight: Sight }[] {
  const place = placeOf(asked.input);
  return topicsOf(asked).map((topic) => ({ topic, sight: sightOf(viewer, topic, place) }));
}

function placeOf(input: unknown): Place {
  const area = typeof input === 'object' && input !== null && 'area' in input ? input.area : undefined;
  return typeof area === 'string' ? { area } : {};
}
