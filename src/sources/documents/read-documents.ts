import type { Told } from '#core/facts/told.ts';
import { tellDecision } from '#sources/decisions/tell-decision.ts';
import type { RepositoryText, RepositoryTree } from './repository-tree.ts';
import { tellDocument } from './tell-document.ts';
import { outlineOf } from './outline.ts';
import { tellingFile, type TellingFile } from './telling-path.ts';

const FILES_A_PIECE = 200;
const MOST_FILES = 5000;

/** What the documents of a repository tell: decisions, runbooks and others, with who wrote them; in pieces. */
export async function* readDocuments(tree: RepositoryTree): AsyncGenerator<Told> {
  const own = (await tree.read(['.adr-dir']))[0]?.text.trim().replaceAll(/^\.?\/+|\/+$/g, '');
  const kinds = tree.paths.flatMap((path) => {
    const kind = tellingFile(path, own === '' ? undefined : own, tree.repository);
    return kind === undefined || kind === 'catalog' ? [] : [[path, kind] as const];
  });
  const left = kinds.length - MOST_FILES;
  if (left > 0)
    yield { facts: [], namings: [], skipped: [{ what: `${left} documents`, why: `${MOST_FILES} of one repository are read at most` }] };
  // Decisions and runbooks first: they are few, and say most.
  const order: readonly TellingFile[] = ['decision', 'runbook', 'document'];
  const chosen = kinds.toSorted(([, a], [, b]) => order.indexOf(a) - order.indexOf(b)).slice(0, MOST_FILES);
  const touches = await tree.touches(chosen.map(([path]) => path));
  for (let at = 0; at < chosen.length; at += FILES_A_PIECE) {
    const piece = new Map(chosen.slice(at, at + FILES_A_PIECE));
    const texts = await tree.read([...piece.keys()]);
    yield tellTexts(
      texts.map((one) => ({ ...one, repository: tree.repository, touches: touches.get(one.path) ?? [] })),
      piece,
    );
  }
}

function tellTexts(texts: readonly RepositoryText[], kinds: ReadonlyMap<string, TellingFile>): Told {
  const told = { facts: [] as Told['facts'][number][], skipped: [] as Told['skipped'][number][] };
  for (const text of texts) {
    const outline = outlineOf(text.text);
    const decided = kinds.get(text.path) === 'decision' ? tellDecision(text, outline) : undefined;
    if (text.touches.length === 0) told.skipped.push({ what: text.path, why: 'no commit says who wrote it' });
    else told.facts.push(...(decided ?? []), ...tellDocument(text, outline, decided === undefined ? kinds.get(text.path) : 'decision'));
  }
  return { ...told, namings: namingsOf(texts) };
}

function namingsOf(texts: readonly RepositoryText[]): Told['namings'] {
  const people = new Map(texts.flatMap(({ touches }) => touches.map(({ name, mail }) => [mail, name] as const)));
  return [...people].map(([mail, name]) => ({ of: `mail:${mail}` as const, name, mail }));
}
