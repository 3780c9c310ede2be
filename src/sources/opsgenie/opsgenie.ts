import type { Connector } from '#sources/connecting/connector.ts';
import { looksLikeJsonWith, readJsonFile } from '#sources/payloads/read-json-file.ts';
import { readAction } from './read-action.ts';

/** Files only: it is no longer sold, and its API ends in April 2027. */
export const OPSGENIE: Connector = {
  kind: 'opsgenie',
  name: 'Opsgenie',
  gives: ['incidents'],
  reads:
    'Who took which alert, who ended it, to whom it was escalated or assigned, from files; of notes only whether they name a way out or a cause.',
  file: {
    takes:
      'JSON of its outgoing webhook, one action behind the other (Create, Acknowledge, AssignOwnership, TakeOwnership, Escalate, AddNote, Close)',
    recognises: (sample) => looksLikeJsonWith(sample, /"alertId"\s*:/) && looksLikeJsonWith(sample, /"action"\s*:\s*"[A-Z]\w+"/),
    read: (file) => readJsonFile(file, 'opsgenie', readAction),
  },
};
