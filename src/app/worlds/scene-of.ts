import { orderCommits } from '#core/cleaning/commit-order.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { columnsOf, type FactColumns } from '#core/facts/fact-columns.ts';
import type { Fact } from '#core/facts/fact.ts';
import { type FactFamily, familyOf } from '#core/facts/fact-kinds.ts';
import type { Naming } from '#core/facts/told.ts';
import { foldScene, type SceneFolded } from '#core/folding/fold-scene.ts';
import { Gathering } from '#core/folding/gathering.ts';
import { zonesOf } from '#core/folding/ground/zones.ts';
import type { JoinWord } from '#core/joins/join-words.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { OwnLimits } from '#core/signals/read-signals.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { World } from '#core/world/world.ts';
import { groundOfScans, type NamedScan, type ScansOrder } from './world-of-scans.ts';

/** What sources beyond git have told, and what people have said of it. */
export interface ToldBeyond {
  /** In any order, in pieces; the same one may come twice. */
  readonly facts: Iterable<FactColumns | readonly Fact[]> | AsyncIterable<FactColumns | readonly Fact[]>;
  readonly namings: readonly Naming[];
  readonly words: readonly JoinWord[];
}

/** A scan, and every address that its repository is known by. */
export interface AddressedScan extends NamedScan {
  readonly addresses: readonly string[];
}

export interface BuiltScene extends SceneFolded {
  /** Holds names, as the joins do: nothing of it leaves but through policy. Its people are the first of the scene. */
  readonly world: World;
}

/** A scene, and what the files of its repositories say of it. */
export interface ScansScene extends BuiltScene {
  readonly mode: Mode;
  /** When signals speak, on one’s own machine. */
  readonly limits: OwnLimits;
}

/**
 * The scene of several repositories and of everything that was told about them, at a moment; absent: that of the newest commit or fact,
 * whichever is later; and the mode, as strict as the repositories want it. Long and without a pause: on a server it belongs into a thread.
 */
export async function sceneOf(
  scans: readonly AddressedScan[],
  told: ToldBeyond,
  { at, ...order }: Omit<ScansOrder, 'mode'> & { readonly at?: Moment | undefined },
): Promise<ScansScene> {
  const { ground, settings, repositories, mode, limits } = await groundOfScans(scans, { ...order, mode: 'solo' });
  const world: World = { ...ground, settings, viewer: { mode: 'solo' } };
  const standing = repositories.map(({ name, history }, i) => ({ name, history, addresses: scans[i]!.addresses }));
  return { ...(await sceneOver({ world, repositories: standing, now: order.now, at }, told)), mode, limits };
}

export interface StandingWorld {
  /** With names. */
  readonly world: World;
  /** Histories that it was made of, in the same order. */
  readonly repositories: readonly { readonly name: string; readonly history: RawHistory; readonly addresses: readonly string[] }[];
  readonly now: Moment;
  readonly at?: Moment | undefined;
}

/** The same over a world that stands already. */
export async function sceneOver({ world, repositories, now, at }: StandingWorld, told: ToldBeyond): Promise<BuiltScene> {
  const pieces: FactColumns[] = [];
  for await (const piece of told.facts) pieces.push('kind' in piece ? piece : columnsOf(piece));
  const gathering = new Gathering(Math.min(now, at ?? Math.max(world.at, newestIn(pieces))));
  for (const piece of pieces) gathering.take(piece);
  pieces.length = 0;
  const histories = repositories.map(({ history }) => history);
  const zones = zonesIn(world.evidence, histories);
  const folded = foldScene({ world, sources: repositories, gathering, namings: told.namings, words: told.words, zones });
  return { ...folded, world };
}

/** Plans for next month do not make it next month. */
const PLANS: ReadonlySet<FactFamily> = new Set<FactFamily>(['absences', 'rota', 'calendar', 'people']);

function newestIn(pieces: readonly FactColumns[]): Moment {
  let newest = 0;
  for (const { count, at, kind } of pieces) {
    const isPlan = kind.words.map((word) => word !== undefined && PLANS.has(familyOf(word)));
    for (let row = 0; row < count; row++) if (at[row]! > newest && !isPlan[kind.rows[row]!]!) newest = at[row]!;
  }
  return newest;
}

/** Nothing is known where the evidence does not hold the commits of these histories one by one. */
function zonesIn(evidence: Evidence, histories: readonly RawHistory[]): readonly (number | null)[] {
  const { count, history, row } = orderCommits(histories);
  if (count !== evidence.commits.count) return [];
  const offsets = new Int16Array(count);
  for (let place = 0; place < count; place++) offsets[place] = histories[history[place]!]!.commits.offsetMinutes[row[place]!]!;
  return zonesOf(evidence, offsets);
}
