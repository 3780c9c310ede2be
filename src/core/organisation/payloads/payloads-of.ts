import type { Organisation } from '#core/organisation/organisation.ts';
import type { HashOf } from '#core/organisation/telling/hash-of.ts';
import { calendarExport } from './calendar-export.ts';
import { chatExport } from './chat-export.ts';
import { forgeExport } from './forge-export.ts';
import { incidentExport } from './incident-export.ts';
import type { PayloadFile } from './payload-file.ts';
import { sheetExport } from './sheet-export.ts';

/** Every file that the tools of an invented company would export, in their own shapes. */
export function payloadsOf(organisation: Organisation, hashOf: HashOf): readonly PayloadFile[] {
  return [
    ...forgeExport(organisation, hashOf),
    ...incidentExport(organisation),
    ...calendarExport(organisation),
    ...chatExport(organisation),
    ...sheetExport(organisation),
  ];
}
