import { PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import type { Mode } from '#core/policy/viewer.ts';
import { openApi } from '#contract/open-api.ts';
import { OPERATIONS } from '#contract/operations.ts';
import type { Handlers } from './door/call.ts';

export interface ServerFacts {
  readonly version: string;
  readonly mode: () => Promise<Mode>;
}

export function serverHandlers({ version, mode }: ServerFacts): Pick<Handlers, 'server-facts' | 'open-api'> {
  const document = openApi(OPERATIONS, version);
  return {
    'server-facts': async () => ({ edition: 'team', version, mode: await mode(), purpose: PURPOSE_SENTENCE }),
    'open-api': async () => document,
  };
}
