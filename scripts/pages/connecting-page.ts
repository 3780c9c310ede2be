import { FACT_FAMILIES } from '../../src/core/facts/fact-kinds.ts';
import type { Connector } from '../../src/sources/connecting/connector.ts';
import { CONNECTORS } from '../../src/sources/connecting/connectors.ts';

/** docs/guide/connecting.md: what can be connected, in the order in which people are shown it, from the table that import and webhooks use. */
export function connectingPage(): string {
  return `${INTRODUCTION}\n${CONNECTORS.map(section).join('\n')}`;
}

const INTRODUCTION = `# What can be connected

<!-- Written by npm run docs from src/sources/connecting/connectors.ts. Do not edit. -->

Start with files: they need no account, no address and no network, and say on the first day what there is to see (\`understudy import FILE…\`). Then let the source deliver what happens from now on, as a webhook, and let a token read what was before (\`understudy connect KIND\`). The same thing told by a file, a delivery and an API is kept once. [Sources beyond git](connections.md) says how all three work, [commands](commands.md) which options there are, [signals](signals.md) what is looked for in what they tell.

What is not connected is not judged, and every answer says so; it is never shown as good.
`;

function section({ kind, name, gives, reads, file, webhook, api }: Connector): string {
  const lines = [
    `- **Lets us judge:** ${gives.map((family) => FACT_FAMILIES[family]).join('; ')}.`,
    ...(file === undefined ? [] : [`- **As files:** ${file.takes}.`]),
    ...(webhook === undefined ? [] : [`- **As a webhook:** ${webhook.setUp}`]),
    ...(api === undefined
      ? []
      : [`- **By its API:** ${api.needs} It is asked for ${api.asks}; its address is \`${api.base}\` unless it is your own.`]),
  ];
  return `## ${name}\n\n\`${kind}\` · ${reads}\n\n${lines.join('\n')}\n`;
}
