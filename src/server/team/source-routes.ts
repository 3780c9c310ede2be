import type { FastifyInstance, FastifyReply } from 'fastify';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { writeJson } from '#core/report/json.ts';
import type { Answer } from '#core/terms/answer.ts';

export interface SourceAnswers {
  readonly sources: () => Promise<Answer>;
  readonly viewer: Viewer;
}

/** Between two looks at the database for everybody who watches, milliseconds. */
const PAUSE = 1000;

/** `/api/sources`: what is read and how far it is; `/api/sources/progress`: the same whenever it changes, as server-sent events. */
export function addSourceRoutes(server: FastifyInstance, { sources, viewer }: SourceAnswers): void {
  const asJson = async (): Promise<string> => writeJson(release(await sources(), allow(viewer, { question: 'sources' })));
  const watchers = new Watchers(asJson);
  server.addHook('onClose', async () => watchers.close());
  server.get('/api/sources', async (_, reply) => reply.type('application/json; charset=utf-8').send(await asJson()));
  server.get('/api/sources/progress', (_, reply) => watchers.add(reply));
}

/** However many watch, the database is looked at once a second, and not at all while nobody does. */
class Watchers {
  readonly #watching = new Set<FastifyReply>();
  readonly #look: () => Promise<string>;
  #last = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(look: () => Promise<string>) {
    this.#look = look;
  }

  add(reply: FastifyReply): void {
    reply.hijack();
    reply.raw.writeHead(200, { ...reply.getHeaders(), 'content-type': 'text/event-stream' } as Record<string, string>);
    this.#watching.add(reply);
    reply.raw.once('close', () => this.#leave(reply));
    if (this.#last !== '') reply.raw.write(this.#last);
    this.#timer ??= setTimeout(() => void this.#tell(), 0);
  }

  close(): void {
    for (const reply of this.#watching) reply.raw.end();
  }

  #leave(reply: FastifyReply): void {
    this.#watching.delete(reply);
    if (this.#watching.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = '';
  }

  async #tell(): Promise<void> {
    const said = await this.#look().then(asEvent, () => this.#last);
    if (said !== this.#last) for (const reply of this.#watching) reply.raw.write(said);
    this.#last = said;
    if (this.#watching.size > 0) this.#timer = setTimeout(() => void this.#tell(), PAUSE);
    else this.#last = '';
  }
}

/** The moment of the answer changes every time; without it, the same is the same. */
function asEvent(json: string): string {
  const { value, reading, rows } = JSON.parse(json) as Record<string, unknown>;
  return `event: sources\ndata: ${JSON.stringify({ value, reading, rows })}\n\n`;
}
