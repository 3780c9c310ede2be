import type { InventedCommit, Organisation } from '#core/organisation/organisation.ts';

/** One invented repository as a stream for `git fast-import`: branch main, oldest commit first. Pieces of text, to be written one after another. */
export function* gitStream({ company, commits }: Organisation, repository: number): Iterable<string> {
  const lines = new Map<string, number>();
  let mark = 0;
  for (const [row, commit] of commits.entries()) {
    if (commit.repository !== repository) continue;
    mark++;
    const files = Object.entries(filesOf(commit, row, lines));
    const message = messageOf(company.people, commit);
    yield `commit refs/heads/main\nmark :${mark}\n${signed('author', company.people, commit)}${signed('committer', company.people, commit)}${data(message)}`;
    if (mark > 1) yield `from :${mark - 1}\n`;
    for (const [path, text] of files) yield `M 644 inline ${path}\n${data(text)}`;
    yield '\n';
  }
}

type People = Organisation['company']['people'];

function signed(what: 'author' | 'committer', people: People, { author, at }: InventedCommit): string {
  const { fullName, mail, zone } = people[author]!;
  const hours = String(Math.trunc(Math.abs(zone) / 60)).padStart(2, '0');
  return `${what} ${fullName} <${mail}> ${at} ${zone < 0 ? '-' : '+'}${hours}${String(Math.abs(zone) % 60).padStart(2, '0')}\n`;
}

function messageOf(people: People, { subject, with: others, assisted }: InventedCommit): string {
  const trailers = [
    ...others.map((who) => `Co-authored-by: ${people[who]!.fullName} <${people[who]!.mail}>`),
    ...(assisted ? ['Assisted-by: openhands:v1'] : []),
  ];
  return trailers.length === 0 ? `${subject}\n` : `${subject}\n\n${trailers.join('\n')}\n`;
}

/** Every touch makes a file one line longer, so that no commit is empty. */
function filesOf({ paths, texts }: InventedCommit, row: number, lines: Map<string, number>): Readonly<Record<string, string>> {
  if (texts !== undefined) return texts;
  return Object.fromEntries(
    paths.map((path) => {
      const count = (lines.get(path) ?? 0) + 1;
      lines.set(path, count);
      return [path, `export const revision = ${row};\nexport const steps = ${count};\n`];
    }),
  );
}

function data(text: string): string {
  return `data ${new TextEncoder().encode(text).length}\n${text}\n`;
}
