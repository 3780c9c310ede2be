import type { Connector } from '#sources/connecting/connector.ts';
import { orTable } from '#sources/exported/or-table.ts';
import { looksLikeJsonWith } from '#sources/payloads/read-json-file.ts';
import { readListedFile } from '#sources/payloads/read-listed-file.ts';
import { fieldOf } from '#sources/payloads/shape.ts';
import { OPSGENIE_ALERTS } from './exported-alerts.ts';
import { readAction } from './read-action.ts';
import { readListedAlert } from './read-listed-alert.ts';

/** Files only: it is no longer sold, and its API ends in April 2027. */
export const OPSGENIE: Connector = {
  kind: 'opsgenie',
  name: 'Opsgenie',
  gives: ['incidents'],
  reads:
    'Who took which alert, who ended it, to whom it was escalated or assigned, from files; of notes only whether they name a way out or a cause.',
  file: orTable(
    {
      takes:
        'JSON of its outgoing webhook, one action behind the other (Create, Acknowledge, AssignOwnership, TakeOwnership, Escalate, AddNote, Close), or as its API lists alerts (/v2/alerts)',
      recognises: (sample) =>
        (looksLikeJsonWith(sample, /"alertId"\s*:/) && looksLikeJsonWith(sample, /"action"\s*:\s*"[A-Z]\w+"/)) ||
        (looksLikeJsonWith(sample, /"tinyId"\s*:/) && looksLikeJsonWith(sample, /"lastOccurredAt"\s*:/)),
      read: (file) =>
        readListedFile(file, {
          forge: 'opsgenie',
          lists: new Set(['data']),
          read: (record, notes) => (fieldOf(record, 'tinyId') === undefined ? readAction(record, notes) : readListedAlert(record, notes)),
        }),
    },
    OPSGENIE_ALERTS,
  ),
};
