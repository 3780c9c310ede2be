import { writeJson } from '#core/report/json.ts';
import type { Released } from '#core/terms/released.ts';

/** An answer that was released, as it goes out. A class that exists: the door looks at it when the program runs, too. */
export class ReadyAnswer {
  readonly json: string | Uint8Array;
  /** Where the same bytes can be asked for again. */
  readonly etag: string | null;

  private constructor(json: string | Uint8Array, etag: string | null) {
    this.json = json;
    this.etag = etag;
  }

  static of(answer: Released): ReadyAnswer {
    return new ReadyAnswer(writeJson(answer), null);
  }

  /** Bytes that came from a thread which writes nothing but released answers. */
  static carried(json: Uint8Array, etag: string): ReadyAnswer {
    return new ReadyAnswer(json, etag);
  }
}
