import type { IncomingMessage } from 'node:http';
import { type ApiServer, type Reply, startApiServer } from './api-server.ts';
import { githubAnswer } from './github-answers.ts';
import { giteaAnswer } from './gitea-payloads.ts';
import { gitlabAnswer } from './gitlab-payloads.ts';
import { pagerdutyAnswer } from './pagerduty-payloads.ts';

/** What the token of a connection is in tests. */
export const TOKEN = 't0ken';

/** A service as its documents describe its API, and what is read there. */
export interface PublishedApi {
  readonly kind: string;
  readonly folder: string;
  readonly what: readonly string[];
  readonly since: number;
  /** Milliseconds. */
  readonly now: number;
  /** How the token is sent. */
  readonly header: readonly [name: string, value: string];
  readonly answer: (base: string, path: string, page: number, asked: string) => Reply | undefined;
}

const MARCH = { since: Date.UTC(2026, 0, 1) / 1000, now: 1_772_500_000_000 };

/** Every service that an API is read of: GitHub pages by `Link`, GitLab by `Link` and `x-next-page`, Gitea by `Link`, PagerDuty by `offset` and `more`. */
export const PUBLISHED_APIS: readonly PublishedApi[] = [
  { kind: 'github', folder: '', what: ['Acme/Shop'], ...MARCH, header: ['authorization', `Bearer ${TOKEN}`], answer: githubAnswer },
  {
    kind: 'gitlab',
    folder: '/api/v4',
    what: ['acme/Pay/shop'],
    ...MARCH,
    header: ['private-token', TOKEN],
    answer: (base, path, page) => withNextPage(gitlabAnswer(base, path, page), page),
  },
  { kind: 'gitea', folder: '/api/v1', what: ['Acme/shop'], ...MARCH, header: ['authorization', `token ${TOKEN}`], answer: giteaAnswer },
  {
    kind: 'pagerduty',
    folder: '',
    what: [],
    since: Date.UTC(2020, 8, 15) / 1000,
    now: Date.UTC(2020, 9, 10),
    header: ['authorization', `Token token=${TOKEN}`],
    answer: (_base, path, _page, asked) => pagerdutyAnswer(path, asked),
  },
];

/** `trouble` is asked before each answer, with the number of the request and its path; who sends another token than the one that holds is told 401. */
export async function startPublishedApi(
  api: PublishedApi,
  trouble: (request: number, path: string) => Reply | undefined = () => undefined,
): Promise<ApiServer> {
  const [name, value] = api.header;
  let requests = 0;
  const answer = (path: string, page: number, request: IncomingMessage): Reply | undefined => {
    const first = trouble(requests++, path);
    if (first !== undefined) return first;
    if (request.headers[name] !== value) return { status: 401, body: { message: 'Bad credentials' } };
    return api.answer(server.base, path, page, request.url!);
  };
  const server: ApiServer = await startApiServer(answer, api.folder);
  return server;
}

function withNextPage(reply: Reply | undefined, page: number): Reply | undefined {
  const next = reply?.headers?.['link'] === undefined ? '' : String(page + 1);
  return reply && { ...reply, headers: { ...reply.headers, 'x-page': String(page), 'x-next-page': next } };
}
