import { forgetSource, readFrom, scanSourceNow } from '#app/actions/team/change-sources.ts';
import type { OpenedFolders } from '#app/actions/team/opened-folders.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Handlers } from './door/call.ts';
import { ReadyAnswer } from './door/ready-answer.ts';

export interface SourcesOrder {
  readonly database: TeamDatabase;
  readonly keyFile: string;
  /** Folders of this machine that may be named over HTTP. */
  readonly opened: OpenedFolders;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

type SourceHandlers = Pick<Handlers, 'list-sources' | 'add-source' | 'remove-source' | 'scan-source'>;

export function sourceHandlers({ database, keyFile, opened, now }: SourcesOrder): SourceHandlers {
  return {
    'list-sources': async ({ caller }) =>
      ReadyAnswer.of(release(await answerSources(database, now()), allow(caller.viewer, { question: 'sources' }))),
    'add-source': async ({ body }) => await readFrom(database, { ...body, keyFile, opened, now: now() }),
    'remove-source': async ({ params }) => void (await forgetSource(database, params.source)),
    'scan-source': async ({ params }) => ({ name: await scanSourceNow(database, params.source, now()) }),
  };
}
