import { markOfScene } from '#app/questions/beyond/scene-told.ts';
import type { TeamDatabase } from '#app/questions/team/open-to-read.ts';
import { sceneOfSources, type SceneOfSources } from '#app/questions/team/scene-of-sources.ts';

/** A scene that nobody has asked about for this long is let go, milliseconds: it is large. */
const HELD_FOR = 300_000;

/** The scene that one thread holds: of everything that is kept, built once for each change of what it is built from. */
export class ThreadScene {
  #held: { readonly mark: string; readonly built: Promise<SceneOfSources> } | undefined;
  #letGo: NodeJS.Timeout | undefined;

  get isWarm(): boolean {
    return this.#held !== undefined;
  }

  /** However many ask at once, it is built once; what failed is not held. `now`: milliseconds since epoch. */
  async of(database: TeamDatabase, now: number): Promise<SceneOfSources> {
    const mark = await markOfScene(database, now);
    if (this.#held?.mark !== mark) {
      // The older one goes first, so that both need not stand in memory at once.
      this.#held = undefined;
      this.#held = { mark, built: sceneOfSources(database, { now: Math.floor(now / 1000) }) };
    }
    const { built } = this.#held;
    clearTimeout(this.#letGo);
    this.#letGo = setTimeout(() => (this.#held = undefined), HELD_FOR).unref();
    return await built.catch((problem: unknown) => {
      if (this.#held?.built === built) this.#held = undefined;
      throw problem;
    });
  }
}
