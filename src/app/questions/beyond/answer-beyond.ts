import type { BeyondInput, BeyondName } from '#contract/questions.ts';
import type { FacetLook } from '#core/beyond/facets-on-one.ts';
import { answerFacets } from '#core/beyond/facets.ts';
import { answerOwners, type OwnersBeheld } from '#core/beyond/owners.ts';
import { withinRepository } from '#core/beyond/within-repository.ts';
import type { HeldArea } from '#core/findings/hold-back.ts';
import { allow } from '#core/policy/allow.ts';
import { ownRowsOf } from '#core/policy/own-rows.ts';
import { release } from '#core/policy/release.ts';
import { heldTo, type Viewer } from '#core/policy/viewer.ts';
import type { Released } from '#core/terms/released.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { World } from '#core/world/world.ts';
import type { SceneOfSources } from '#app/questions/team/scene-of-sources.ts';

export interface BeyondAsked {
  readonly question: BeyondName;
  /** Parsed by the contract. */
  readonly input: unknown;
  /** The source that is asked about, and its world as the one who asks may see it. */
  readonly source: string;
  readonly world: World;
  readonly viewer: Viewer;
  readonly ownWords: readonly string[];
  readonly held: readonly HeldArea[];
  /** How findings about facets stand with them; null: they see all. */
  readonly looks: readonly FacetLook[] | null;
  readonly connectors: OwnersBeheld['connectors'];
}

/** Asks a scene of everything about one of its repositories, and lets out what the one who asks may have. */
export function answerBeyond(built: SceneOfSources, asked: BeyondAsked): Released {
  const viewer = heldTo(asked.viewer, built.mode);
  const { question, input, ownWords } = asked;
  const permit = allow(viewer, { question, input, ownWords });
  const beheld = beheldFrom(built, asked, viewer);
  if (question === 'facets') return release(answerFacets(beheld, input as BeyondInput<'facets'>), permit);
  return release(answerOwners(beheld, withOneself(built, input as BeyondInput<'owners'>, asked)), permit);
}

function beheldFrom(built: SceneOfSources, { source, world, held, looks, connectors }: BeyondAsked, viewer: Viewer): OwnersBeheld {
  const repository = built.sources.findIndex(({ id }) => id === source);
  // Read, and not looked at as part of the whole yet: a newer scan was kept in between.
  if (repository < 0) throw refusal('source-not-read', { name: world.evidence.repositories[0]?.name ?? source });
  const own = withinRepository(built, repository);
  return {
    world: { ...world, viewer },
    scene: own.scene,
    whole: built.scene,
    repository,
    connectors,
    held: new Set(held.map(({ area }) => area)),
    ...(looks === null ? {} : { looks }),
    named: { world: own.world, handles: built.handles, texts: built.sources.map(({ texts }) => texts) },
  };
}

/** `me` and own words are the one who asks, by row; the permit says that outside of solo nobody else was said. */
function withOneself(
  { world: { evidence } }: SceneOfSources,
  { me, away, ...days }: BeyondInput<'owners'>,
  { ownWords, viewer }: BeyondAsked,
) {
  const own = new Set(ownWords.map((word) => word.toLowerCase()));
  const others = viewer.mode === 'solo' ? away.filter((word) => !own.has(word.toLowerCase())) : [];
  if (me !== true && others.length === away.length) return { ...days, away: others };
  const people = ownRowsOf(evidence)(ownWords);
  if (people.length === 0) throw refusal('not-in-this-history', {});
  return { ...days, away: others, people };
}
