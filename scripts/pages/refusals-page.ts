import { REFUSALS } from '../../src/core/terms/refusals.ts';

/** docs/refusals.md: every problem that the caller can fix. */
export function refusalsPage(): string {
  const sections = Object.entries(REFUSALS)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { sentence, remedy }]) => `## ${code}\n\n${shown(sentence)}\n\n**What helps:** ${shown(remedy)}\n`);
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Refusals

<!-- Written by npm run docs from src/core/terms/refusals.ts. Do not edit. -->

A refusal is a problem that you can fix. Each has a stable code, one sentence and a remedy; the command ends with exit code 2. With \`--json\` the same three stand in \`refusal\`. Words in italics are filled in by whoever refuses. Anything else that goes wrong is a bug: it ends with exit code 70 and prints a report that is ready to file.
`;

/** `{path}` becomes *path*, and PATH inside of code. */
function shown(text: string): string {
  return text
    .split('`')
    .map((part, i) =>
      i % 2 === 1
        ? `\`${part.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}\``
        : part.replaceAll(/\{(\w+)\}/g, '*$1*').replaceAll('**', '* *'),
    )
    .join('');
}
