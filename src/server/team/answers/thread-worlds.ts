import { areasBehind, type Behind, type BehindAsked } from '#app/questions/privacy/areas-behind.ts';
import { worldOfSources } from '#app/questions/team/world-of-sources.ts';
import type { LoadedWorld } from '#app/questions/team/world-of-sources.ts';
import { openToRead } from '#app/questions/team/open-to-read.ts';
import type { TeamDatabase } from '#app/questions/team/open-to-read.ts';
import { KeptByBytes } from './kept-by-bytes.ts';
import type { JoinsSeen } from '#app/questions/people/joins-seen.ts';
import type { SceneOfSources } from '#app/questions/team/scene-of-sources.ts';
import { ThreadJoins } from './scenes/thread-joins.ts';
import { ThreadScene } from './scenes/thread-scene.ts';
import { JOINS_KEY, SCENE_KEY, worldKey } from './thread-talk.ts';
import type { JoinsOrder, ThreadStart, WorldAsked } from './thread-talk.ts';

interface Held {
  readonly stamps: string;
  readonly world: LoadedWorld;
}

/** The worlds that one thread holds, loaded over its own connection when somebody asks for them. */
export class ThreadWorlds {
  readonly #start: ThreadStart;
  readonly #kept: KeptByBytes<Held>;
  readonly #loading = new Map<string, Promise<LoadedWorld | undefined>>();
  readonly #scene = new ThreadScene();
  readonly #joins = new ThreadJoins(this.#scene);
  #database: Promise<TeamDatabase> | undefined;

  constructor(start: ThreadStart) {
    this.#start = start;
    this.#kept = new KeptByBytes(start.worldBytes);
  }

  /** Whoever holds the scene tells joins sooner, too. */
  get warm(): readonly string[] {
    const scene = this.#scene.isWarm ? [SCENE_KEY, JOINS_KEY] : this.#joins.isWarm ? [JOINS_KEY] : [];
    return [...this.#kept.keys, ...scene];
  }

  /** Nothing where a newer scan has been kept meanwhile. However many ask at once, it is loaded once. */
  async of(asked: WorldAsked): Promise<LoadedWorld | undefined> {
    const [key, stamps] = [worldKey(asked), asked.sources.map(({ stamp }) => stamp).join()];
    const held = this.#kept.get(key);
    if (held?.stamps === stamps) return held.world;
    const ticket = `${key} ${stamps}`;
    const loading = this.#loading.get(ticket) ?? this.#load(asked, { key, stamps });
    this.#loading.set(ticket, loading);
    return await loading.finally(() => this.#loading.delete(ticket));
  }

  /** Who carries areas of a world that this thread holds. */
  async behind(of: Parameters<typeof areasBehind>[1], asked: BehindAsked): Promise<Behind> {
    return await areasBehind(await this.#opened(), of, asked);
  }

  /** Joins of everything that is kept, or why a word of one may not be said. */
  async joins(order: JoinsOrder['joins']): Promise<JoinsSeen | string | null> {
    return await this.#joins.tell(await this.#opened(), order);
  }

  /** The scene of everything that is kept. */
  async scene(now: number): Promise<SceneOfSources> {
    return await this.#scene.of(await this.#opened(), now);
  }

  async #opened(): Promise<TeamDatabase> {
    this.#database ??= openToRead(this.#start.place);
    return await this.#database.catch((problem: unknown) => {
      this.#database = undefined;
      throw problem;
    });
  }

  async #load(asked: WorldAsked, { key, stamps }: { readonly key: string; readonly stamps: string }): Promise<LoadedWorld | undefined> {
    // The older world goes first, so that both need not stand in memory at once.
    this.#kept.drop(key);
    const database = await this.#opened();
    const world = await worldOfSources(database, asked.sources, { mode: asked.mode, now: Math.floor(Date.now() / 1000) });
    if (world !== undefined) this.#kept.keep(key, { stamps, world }, world.bytes);
    return world;
  }
}
