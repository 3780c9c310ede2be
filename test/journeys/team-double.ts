import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fastify from 'fastify';
import type { ReplyOf } from '#contract/operations.ts';
import { BEYOND_INPUTS, type BeyondName, isBeyond, isQuestion, QUESTION_INPUTS } from '#contract/questions.ts';
import { answerFacets } from '#core/beyond/facets.ts';
import { answerOwners } from '#core/beyond/owners.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { areaOf, sceneOf } from '#test/scene.ts';
import { redactEvidence } from '#core/policy/redact-evidence.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { writeJson } from '#core/report/json.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { World } from '#core/world/world.ts';
import { answerQuestion } from '#server/answer-question.ts';
import { guardDoor } from '#server/guard-door.ts';
import { addPageRoutes } from '#server/page-routes.ts';
import { replyToProblem } from '#server/problem-reply.ts';

/** Whoever looks, as the gate wants to know it. */
const ME = {
  accountId: 'someone',
  kind: 'person',
  name: 'Somebody',
  email: null,
  mode: 'team',
  roles: [{ role: 'member' }],
  sees: ['areas', 'paths', 'self'],
  may: ['ask'],
} satisfies ReplyOf<'who-am-i'>;

/** The one repository there is; how it stands is no matter of its pages. */
const REPOSITORIES = {
  rows: [
    {
      id: 'payments',
      repository: 'payments',
      carried: null,
      stops: null,
      degrades: null,
      moves: null,
      notJudged: null,
      judged: '2026-01-01',
      read: null,
      commits: 1,
      withheld: 0,
    },
  ],
} satisfies Pick<ReplyOf<'answer-repositories'>, 'rows'>;

const CODEOWNERS = { path: '.github/CODEOWNERS', text: '* @whoever-asks\n/nowhere/ @whoever-asks\n' };

/** A team's server as far as the pages of one repository need it: core's own answers behind the addresses that the real one has. */
export interface TeamDouble {
  readonly address: string;
  /** Every address asked for, in order, with how it was answered. */
  readonly asked: { readonly url: string; readonly status: number }[];
  viewer: Viewer;
  /** Strangers are sent to sign in. */
  signedIn: boolean;
  /** Milliseconds before any answer. */
  slowness: number;
  readonly close: () => Promise<void>;
}

export async function openTeamDouble(world: World): Promise<TeamDouble> {
  const server = fastify({ logger: false, forceCloseConnections: true });
  const asked: { readonly url: string; readonly status: number }[] = [];
  const double = { asked, viewer: { mode: 'team', self: 3, grants: [{ role: 'member' }] } as Viewer, signedIn: true, slowness: 0 };
  // A server holds a world for everybody in a mode, without names.
  const worlds = new Map<string, World>();
  const held = (): World => {
    const { mode } = double.viewer;
    const known = worlds.get(mode) ?? { ...world, viewer: { mode }, evidence: redactEvidence(world.evidence, { mode }) };
    worlds.set(mode, known);
    return known;
  };
  /** Nothing beyond git is told, and the one who asks is named for everything. */
  const beyond = (question: BeyondName, query: unknown): Answer => {
    const areas = world.partition.areas.map(({ id, name }) => areaOf({ id, name, repository: 0 }));
    const scene = sceneOf({ at: world.at, areas, peopleCount: world.evidence.people.length, since: { git: 0 } });
    const { self } = double.viewer;
    const named = { world, handles: new Map(self === undefined ? [] : [['github:whoever-asks', self] as const]), texts: [[CODEOWNERS]] };
    const beheld = { world: held(), scene, connectors: {}, held: new Set<string>(), named };
    if (question === 'facets') return answerFacets(beheld, BEYOND_INPUTS.facets.parse(query));
    const { me, ...asked } = BEYOND_INPUTS.owners.parse(query);
    return answerOwners(beheld, { ...asked, ...(me === true && self !== undefined ? { people: [self] } : {}) });
  };
  server.setErrorHandler(replyToProblem);
  guardDoor(server);
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    if (!double.signedIn)
      return reply.code(401).send({ code: 'not-signed-in', message: 'This is only for people who have signed in.', remedy: 'Sign in.' });
    await new Promise((done) => setTimeout(done, double.slowness));
  });
  server.addHook('onSend', async (request, reply, body) => {
    if (!request.url.startsWith('/api/') || reply.statusCode !== 200) return body;
    const tag = `"${createHash('sha256').update(String(body)).digest('base64url')}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match'] !== tag) return body;
    reply.code(304);
    return '';
  });
  server.addHook('onResponse', async ({ url }, { statusCode }) => {
    if (url.startsWith('/api/')) asked.push({ url, status: statusCode });
  });
  server.get('/api/me', (_, reply) => reply.send(ME));
  server.get('/api/overview', (_, reply) => reply.send(REPOSITORIES));
  server.get('/api/sources/:source/past-counts', (_, reply) =>
    reply.send({ source: 'payments', keptFrom: null, areas: [] } satisfies ReplyOf<'read-past-counts'>),
  );
  server.get('/api/sources/:source/findings', (_, reply) => reply.send({ findings: [], heldUntil: [] } satisfies ReplyOf<'list-findings'>));
  server.get('/api/sources/:source/answers/:question', (request, reply) => {
    const { source, question } = request.params as Readonly<Record<'source' | 'question', string>>;
    if (source !== 'payments') throw refusal('source-unknown', { count: '0', name: source });
    if (isBeyond(question)) return reply.type('application/json').send(writeJson(beyond(question, request.query) as Released));
    if (!isQuestion(question)) throw new Error(`no question is called ${question}`);
    const { at = null, ...input } = QUESTION_INPUTS[question].parse(request.query);
    const { viewer } = double;
    const own = viewer.self === undefined ? [] : [viewer.self];
    const asker = { viewer, ownWords: own.length === 0 ? [] : ['somebody@example.org'], ownRows: () => own };
    return reply.type('application/json').send(writeJson(answerQuestion(held(), { question, at, input }, asker)));
  });
  await addPageRoutes(server, join(import.meta.dirname, '..', '..', 'dist', 'web'), 'team');
  await server.listen({ host: '127.0.0.1', port: 0 });
  return Object.assign(double, {
    address: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: async () => await server.close(),
  });
}
