import type { FastifyInstance } from 'fastify';
import type { OwnReport } from '#core/terms/evaluation-record.ts';

/** `/api/evaluation`: what `understudy evaluate` last found on the repositories that are served; asked anew each time. */
export function addEvaluationRoute(server: FastifyInstance, ownReports: () => readonly OwnReport[]): void {
  server.get('/api/evaluation', async (_, reply) => reply.header('cache-control', 'no-store').send({ reports: ownReports() }));
}
