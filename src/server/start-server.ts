import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { packWorld } from '#core/world/pack-world.ts';
import type { World } from '#core/world/world.ts';
import { findPerson } from '#core/lookup/find-person.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { OwnReport } from '#core/terms/evaluation-record.ts';
import { sightOf } from '#core/policy/sight-of.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { addAnswerRoutes } from './answer-routes.ts';
import { openAnswersThread } from './threads/answers-thread-door.ts';
import { addBeyondRoutes, type BeyondServed } from '#server/beyond/beyond-routes.ts';
import { addCommitRoute, type DescribeCommits } from './commit-route.ts';
import { addEvaluationRoute } from './evaluation-route.ts';
import { guardDoor } from './guard-door.ts';
import { addPageRoutes } from './page-routes.ts';
import { replyToProblem } from './problem-reply.ts';
import { addWorldRoute } from './world-route.ts';

export interface ServerOrder {
  /** What is served. Packed once, before the first request is taken. */
  readonly world: World;
  /** Where to listen; when somebody else does, the next free one. 0 = any. */
  readonly port: number;
  /** Subjects of commits, looked up only when a reader opens a figure. Without it hashes stand alone. */
  readonly describeCommits?: DescribeCommits;
  /** What was found when somebody evaluated on these repositories; none where nobody did. */
  readonly ownReports?: () => readonly OwnReport[];
  /** What sources beyond git tell; none: nothing was told, and nothing is asked. */
  readonly beyond?: BeyondServed;
  /** The address that git signs with here: the absence lab starts with this person. */
  readonly me?: string;
  /** The built pages; default: those that were built with this code. */
  readonly pages?: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:4180` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Ports tried one after the other before any free one is taken. */
const NEIGHBOURS = 20;

/** Serves one world to this machine only. Nothing here writes, and nothing leaves the machine. */
export async function startServer({
  world,
  port,
  describeCommits,
  ownReports = () => [],
  me,
  pages,
  beyond,
}: ServerOrder): Promise<RunningServer> {
  const packed = packWorld(world);
  const answers = openAnswersThread(packed);
  const server = fastify({ logger: false, bodyLimit: 1024, forceCloseConnections: true, return503OnClosing: false });
  server.setErrorHandler(replyToProblem);
  guardDoor(server);
  const toldBeyond = async () => (await beyond?.told()) ?? { isTold: false, closed: null };
  addWorldRoute(server, { viewer: world.viewer, packed, me: me === undefined ? null : rowOfPerson(world, me), toldBeyond });
  if (beyond !== undefined) addBeyondRoutes(server, beyond);
  addAnswerRoutes(server, answers.ask);
  // Messages of commits name people: they go only to whoever may see every act.
  addCommitRoute(server, sightOf(world.viewer, 'evidence') === 'everything' ? describeCommits : undefined);
  addEvaluationRoute(server, ownReports);
  await addPageRoutes(server, pages);
  await listen(server, port);
  return {
    address: `http://${LOOPBACK}:${(server.server.address() as AddressInfo).port}`,
    close: async () => {
      await Promise.all([server.close(), answers.close(), beyond?.close()]);
    },
  };
}

/** Nobody when the address made no commit here. */
function rowOfPerson(world: World, me: string): PersonId | null {
  try {
    return findPerson(world, me);
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

async function listen(server: FastifyInstance, port: number): Promise<void> {
  const wanted = port === 0 ? [0] : [...Array.from({ length: NEIGHBOURS }, (_, step) => port + step).filter((one) => one < 65_536), 0];
  for (const one of wanted) {
    try {
      await server.listen({ host: LOOPBACK, port: one });
      return;
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || one === wanted.at(-1)) throw problem;
    }
  }
}
