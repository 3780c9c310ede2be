import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FACT_FAMILIES } from '../../src/core/facts/fact-kinds.ts';
import type { Signal } from '../../src/core/signals/signal.ts';
import { SIGNALS } from '../../src/core/signals/signals.ts';

const OPEN = '<!-- signals: written by npm run docs from src/core/signals/signals.ts -->';
const CLOSE = '<!-- /signals -->';

/** docs/guide/signals.md with its list made anew from the table; the rest of the page is written by hand. */
export function signalsPage(): string {
  const text = readFileSync(join(dirname(dirname(import.meta.dirname)), 'docs/guide/signals.md'), 'utf8');
  const [before, after] = [text.split(OPEN)[0], text.split(CLOSE)[1]];
  if (after === undefined) throw new Error('docs/guide/signals.md has lost the marks of its list');
  return `${before}${OPEN}\n${SIGNALS.map(section).join('\n')}\n${CLOSE}${after}`;
}

function section({ id, name, asks, needs, measures, move, personal, limits }: Signal): string {
  const { threshold, least, days, risen } = limits;
  return [
    `### ${name}\n`,
    `\`${id}\` · ${asks}\n`,
    `- **Measures:** ${measures}.`,
    `- **Needs:** ${needs.map((family) => (family === 'git' ? 'git' : `${family} (${FACT_FAMILIES[family]})`)).join('; ')}.`,
    `- **Speaks:** above ${threshold}, from ${least} cases on, over ${days} days${risen ? ', and only if it rose' : ''}${personal ? '; whose hands are meant looks first' : ''}.`,
    `- **Helps:** ${move}\n`,
  ].join('\n');
}
