import { markOfScene } from '#app/questions/beyond/scene-told.ts';
import { joinsKnown, type KnownJoins } from '#app/questions/people/joins-known.ts';
import { joinSayingProblem, joinsSeen, type JoinsSeen } from '#app/questions/people/joins-seen.ts';
import type { TeamDatabase } from '#app/questions/team/open-to-read.ts';
import type { JoinsOrder } from '#server/team/answers/thread-talk.ts';
import type { ThreadScene } from './thread-scene.ts';

/** The joins that one thread holds: of the scene that it holds for other questions too, told once for each change of what that is built from. They stay when the scene is let go. */
export class ThreadJoins {
  readonly #scene: ThreadScene;
  #held: { readonly mark: string; readonly known: Promise<KnownJoins> } | undefined;

  constructor(scene: ThreadScene) {
    this.#scene = scene;
  }

  get isWarm(): boolean {
    return this.#held !== undefined;
  }

  async tell(database: TeamDatabase, { reader, now, ...wish }: JoinsOrder['joins']): Promise<JoinsSeen | string | null> {
    const known = await this.#known(database, now);
    if ('word' in wish) return joinSayingProblem(known, reader, wish.word);
    return joinsSeen(known, reader, wish.asked);
  }

  /** However many ask at once, it is built once; what failed is not held. */
  async #known(database: TeamDatabase, now: number): Promise<KnownJoins> {
    const mark = await markOfScene(database, now);
    if (this.#held?.mark !== mark) this.#held = { mark, known: this.#scene.of(database, now).then((built) => joinsKnown(database, built)) };
    const { known } = this.#held;
    return await known.catch((problem: unknown) => {
      if (this.#held?.known === known) this.#held = undefined;
      throw problem;
    });
  }
}
