import { COMMON_OPTIONS } from '../../src/cli/options/common-options.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import type { Verb } from '../../src/cli/verb.ts';

/** docs/guide/commands.md: every verb with its options and examples, from the table that makes help and parser. */
export function commandsPage(): string {
  const list = VERBS.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${cell(summary)} |`);
  const common = COMMON_OPTIONS.map(({ flags, about }) => `| \`${flags}\` | ${cell(about)} |`);
  return [
    INTRODUCTION,
    '| verb | what it answers |\n|---|---|',
    `${list.join('\n')}\n`,
    '## For every verb\n',
    '| option | meaning |\n|---|---|',
    `${common.join('\n')}\n`,
    ENVIRONMENT,
    ...VERBS.map(section),
  ].join('\n');
}

const INTRODUCTION = `# Commands

<!-- Written by npm run docs from src/cli/verbs.ts. Do not edit. -->

In a checkout the command is \`./understudy VERB\`, installed it is \`understudy VERB\`. Data goes to standard output, progress to standard error; [answers](answers.md) says what the forms hold and what the exit codes mean.
`;

const ENVIRONMENT = `## Environment

| variable | meaning |
|---|---|
| \`UNDERSTUDY_DATA\` | folder in which what was read is kept (default: the platform's place for application data) |
| \`PORT\` | where the page is served, unless \`--port\` says so |
| \`NO_COLOR\` | no colours |
`;

function section(verb: Verb): string {
  const examples = verb.examples.map(({ command, says }) => `# ${says}\n${command}`).join('\n\n');
  const options = verb.options.map(({ flags, about }) => `| \`${flags}\` | ${cell(about)} |`);
  return [
    `## ${verb.name}\n`,
    `\`understudy ${verb.name}${verb.takes ? ` ${verb.takes}` : ''}\`\n`,
    `${verb.about}\n`,
    ...(options.length > 0 ? ['| option | meaning |\n|---|---|', `${options.join('\n')}\n`] : []),
    `\`\`\`sh\n${examples}\n\`\`\`\n`,
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
