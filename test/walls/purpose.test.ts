import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpText } from '#cli/help.ts';
import { ENGLISH } from '#core/agreement/english.ts';
import { NO_COLOUR } from '#core/report/palette.ts';
import { NOT_MADE_FOR, PURPOSE, PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import { ROOT } from './source-files.ts';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');
const places: Readonly<Record<string, () => string>> = {
  NOTICE: () => readFileSync(join(ROOT, 'NOTICE'), 'utf8'),
  'the help': () => helpText({ width: 80, palette: NO_COLOUR }),
  'the works agreement': () => `${ENGLISH.purpose} ${ENGLISH.notFor.join(' ')}`,
};

describe('the purpose', () => {
  it.each(Object.keys(places))('[agreement.2] stands in %s, with all that is excluded', (place) => {
    const text = plain(places[place]!());
    expect([PURPOSE, ...NOT_MADE_FOR].filter((words) => !text.includes(words))).toEqual([]);
  });

  it('[agreement.2] stands on every page: in the frame around them all', () => {
    const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
    expect(text('src/web/frame/frame.tsx')).toContain('{PURPOSE_SENTENCE}');
    for (const shell of ['src/web/shell/shell.tsx', 'src/web/team/team-shell.tsx']) expect(text(shell)).toContain('<Frame ');
    expect([PURPOSE, ...NOT_MADE_FOR].every((words) => PURPOSE_SENTENCE.includes(words))).toBe(true);
  });
});
