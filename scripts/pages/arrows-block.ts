import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOMS } from '../../rooms.config.mjs';

const OPEN = '<!-- arrows: written by npm run docs from rooms.config.mjs -->';
const CLOSE = '<!-- /arrows -->';

/** docs/tour.md with its picture of the arrows drawn anew; the rest of the page is written by hand. */
export function tourWithArrows(): string {
  const text = readFileSync(join(dirname(dirname(import.meta.dirname)), 'docs/tour.md'), 'utf8');
  const [before, after] = [text.split(OPEN)[0], text.split(CLOSE)[1]];
  if (after === undefined) throw new Error('docs/tour.md has lost the marks of its arrows');
  return `${before}${OPEN}\n\`\`\`text\n${picture()}\n\`\`\`\n${CLOSE}${after}`;
}

function picture(): string {
  const width = Math.max(...ROOMS.map(({ room }) => room.length));
  return ROOMS.map(({ room, sees }) => `${room.padEnd(width)}  ${sees.length > 0 ? `→ ${said(room, sees)}` : ''}`.trimEnd()).join('\n');
}

/** Rooms of core lose their prefix; all of core, or all of it above, is said in words. */
function said(room: string, sees: readonly string[]): string {
  const core = ROOMS.map((other) => other.room).filter((name) => name.startsWith('core/'));
  const above = core.slice(0, core.includes(room) ? core.indexOf(room) : core.length);
  const missing = above.filter((name) => !sees.includes(name)).map(short);
  const rest = sees.filter((name) => !name.startsWith('core/'));
  const list =
    above.length - missing.length > 4
      ? [`all of core${core.includes(room) ? ' above' : ''}${missing.length > 0 ? ` but ${missing.join(' and ')}` : ''}`]
      : above.filter((name) => sees.includes(name)).map(short);
  return [...list, ...rest].join(', ');
}

function short(room: string): string {
  return room.replace('core/', '');
}
