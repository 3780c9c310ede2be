import { OPERATIONS } from '../../src/contract/operations.ts';
import { type Operation, scopeOf } from '../../src/contract/operations/operation.ts';

const ROWS: readonly Operation[] = OPERATIONS;

/** docs/guide/api.md: everything that a team's server can be asked, from the table that opens its door. */
export function apiPage(): string {
  const sections = [...Map.groupBy(ROWS, ({ tag }) => tag)].map(([tag, rows]) => `## ${tag}\n\n${HEAD}\n${rows.map(lineOf).join('\n')}\n`);
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const HEAD = '| call | what | who may | scope of a token |\n|---|---|---|---|';

function lineOf(row: Operation): string {
  const scope = row.who === 'anyone' ? '' : scopeOf(row);
  return `| \`${row.method} ${row.path}\` | ${row.summary.replaceAll('|', '\\|')} | ${whoOf(row)} | ${scope} |`;
}

function whoOf({ who }: Operation): string {
  if (who === 'anyone') return 'anybody';
  if (who === 'signed-in') return 'whoever is signed in';
  if (who === 'service') return 'services';
  return 'may' in who ? `the right *${who.may}*` : `who sees *${who.sees}*`;
}

const INTRODUCTION = `# The API of a team's server

<!-- Written by npm run docs from src/contract/operations.ts. Do not edit. -->

Everything the pages do, a script can do: they call the same operations. A running server describes all of them, with every field, as OpenAPI 3.1 at \`/api/openapi.json\`.

Scripts send a token, made under *Settings* (one's own) or *People & teams* (of a service):

\`\`\`text
curl -H "Authorization: Bearer $TOKEN" https://understudy.example/api/sources/billing/answers/overview
\`\`\`

- A token may do what its scopes say and never more than whoever stands behind it. *read* asks, *act* does something as that person, *configure* administers, *scim* brings and takes accounts.
- Refusals are JSON with \`code\`, \`message\` and \`remedy\`: 401 for strangers, 403 for the wrong role or scope, 404 and 422 for what cannot be done, 429 for too often, 503 while the database is away.
- Answers carry an \`etag\`; asked with \`if-none-match\`, what has not changed costs nothing.
- Whoever asks sees what [policy](privacy.md) lets their roles see; there is no parameter that sorts or compares people.
`;
