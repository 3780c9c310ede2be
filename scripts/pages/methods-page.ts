import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder } from '../files-under.ts';
import { type Header, headersIn } from '../method-headers.ts';
import { ROOMS } from '../../rooms.config.mjs';

const root = dirname(dirname(import.meta.dirname));

/** docs/methods.md: the opening comment of every analysis, room by room. */
export function methodsPage(): string {
  const rooms = ROOMS.map(({ room }) => ({ room, methods: methodsOf(room) })).filter(({ methods }) => methods.length > 0);
  const contents = rooms.map(
    ({ room, methods }) => `- **${room}**: ${methods.map(({ header }) => `[${header.title}](#${anchor(header.title)})`).join(' · ')}`,
  );
  const sections = rooms.map(({ room, methods }) => `## ${room}\n\n${methods.map(section).join('\n')}`);
  return `${INTRODUCTION}\n${contents.join('\n')}\n\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Methods

<!-- Written by npm run docs from the opening comments of the analyses. Do not edit. -->

Every figure that Understudy shows is computed by one of the files below. Each says what it means, how it is computed, how to read it, where it comes from, and where it is weak.
`;

interface Method {
  readonly path: string;
  readonly header: Header;
}

function methodsOf(room: string): readonly Method[] {
  return filesUnder(join(root, 'src', room))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => headersIn(readFileSync(path, 'utf8')).map(({ header }) => ({ path: path.slice(root.length + 1), header })));
}

function section({ path, header: { title, parts } }: Method): string {
  const lines = Object.entries(parts).map(([name, text]) =>
    name === 'What it says' ? `${capital(joined(text))}\n` : `- **${name}.** ${capital(joined(text))}`,
  );
  return `### ${title}\n\n${lines.join('\n')}\n\n[\`${path}\`](../${path})\n`;
}

/** Lines of a comment are one paragraph, except where a line begins a list of its own. */
function joined(text: string): string {
  return text
    .split('\n')
    .map((line) => (/^([-*]|\d+\.) /.test(line) ? `\n  ${line}` : line))
    .join(' ')
    .trim();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
