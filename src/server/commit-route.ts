import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Full hashes to first lines of messages; those that are unknown are left out. */
export type DescribeCommits = (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const MOST_HASHES = 60;
const query = z.object({
  hash: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a full commit hash')).max(MOST_HASHES)),
});

/** `/api/commits?hash=…,…`: subjects for the commits behind a figure, read from the repository when they are asked for. */
export function addCommitRoute(server: FastifyInstance, describe: DescribeCommits | undefined): void {
  server.get('/api/commits', async (request, reply) => {
    const { hash } = query.parse(request.query);
    const subjects = describe === undefined ? new Map<string, string>() : await describe(hash);
    return reply.send({ commits: hash.flatMap((one) => (subjects.has(one) ? [{ hash: one, subject: subjects.get(one)! }] : [])) });
  });
}
