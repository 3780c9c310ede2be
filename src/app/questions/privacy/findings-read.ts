import { findingFor, othersSeeFrom, type PersonalFinding } from '#core/disclosure/first-look.ts';
import type { FacetLook } from '#core/beyond/facets-on-one.ts';
import type { HeldArea } from '#core/findings/hold-back.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Database } from '#store/database/database.ts';
import { facetFindingsOf, findingsAbout, findingsHeld, findingsOf } from '#store/privacy/findings.ts';
import type { KeptFinding } from '#store/privacy/findings.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { tellingConnections } from '#store/signals/looks.ts';
import { facetOfFinding } from '#store/signals/signal-findings.ts';
import { listSources, sourceNamed } from '#store/team/sources.ts';

/** Who looks: their account's confirmed addresses say which findings are about themself. */
export interface FindingReader {
  readonly viewer: Viewer;
  readonly ownWords: readonly string[];
  /** Milliseconds since epoch. */
  readonly now: number;
}

export interface FindingSeen {
  readonly id: string;
  readonly source: string;
  readonly area: string;
  readonly areaName: string;
  readonly foundAt: number;
  readonly othersFrom: number;
  readonly othersSee: boolean;
  readonly concernsMe: boolean;
  /** It is a signal that means them; else that they carry an area, or a facet of it. */
  readonly isSignal: boolean;
  readonly notes: readonly string[];
}

const SECOND = 1000;
/** The one person of a finding: who that is, only their account knows. */
const SUBJECT = 'whom it concerns';

/** Areas of these sources that this reader does not see yet. Where one person alone can look, everything is theirs. */
export async function heldAreas(database: Database, sourceIds: readonly string[], reader: FindingReader): Promise<readonly HeldArea[]> {
  if (reader.viewer.mode === 'solo') return [];
  const held = await findingsHeld(database.query, sourceIds, reader.now);
  if (held.length === 0) return [];
  const own = await ownMarks(database, reader);
  return held
    .filter((finding) => seenBy(finding, own, reader.now) === null)
    .map((finding) => ({ area: finding.area, from: othersSeeFrom(personal(finding)) }))
    .toSorted((a, b) => (a.area < b.area ? -1 : 1));
}

/** How findings about facets of these sources stand with this reader; null: whoever is alone at it sees all, and so does everybody while nothing is looked for. */
export async function facetLooks(
  database: Database,
  sourceIds: readonly string[],
  reader: FindingReader,
): Promise<readonly FacetLook[] | null> {
  if (reader.viewer.mode === 'solo' || (await tellingConnections(database.query)) === 0) return null;
  const [found, own] = await Promise.all([facetFindingsOf(database.query, sourceIds), ownMarks(database, reader)]);
  return found.map((finding) => ({
    area: finding.area,
    what: facetOfFinding(finding.signal)!,
    from: othersSeeFrom(personal(finding)),
    seen: seenBy(finding, own, reader.now) !== null,
  }));
}

/** Findings that concern the one who asks, oldest first. */
export async function myFindings(database: Database, reader: FindingReader): Promise<readonly FindingSeen[]> {
  const [own, sources] = await Promise.all([ownMarks(database, reader), listSources(database)]);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const mine = await findingsAbout(database.query, [...own]);
  return mine.map((finding) => told(finding, { source: names.get(finding.source_id) ?? '', concernsMe: true, now: reader.now }));
}

/** Findings of one source that this reader may see, by area, and from when on the others. */
export async function findingsIn(
  database: Database,
  word: string,
  reader: FindingReader,
): Promise<{ readonly findings: readonly FindingSeen[]; readonly heldUntil: readonly number[] }> {
  const { id, name } = await sourceNamed(database, word);
  const [ofAreas, ofFacets, own] = await Promise.all([
    findingsOf(database.query, id),
    facetFindingsOf(database.query, [id]),
    ownMarks(database, reader),
  ]);
  const all = [...ofAreas, ...ofFacets];
  const seen = (finding: KeptFinding): boolean => reader.viewer.mode === 'solo' || seenBy(finding, own, reader.now) !== null;
  return {
    findings: all.filter(seen).map((finding) => told(finding, { source: name, concernsMe: concerns(finding, own), now: reader.now })),
    heldUntil: all
      .filter((finding) => !seen(finding))
      .map((finding) => othersSeeFrom(personal(finding)) * SECOND)
      .toSorted((a, b) => a - b),
  };
}

async function ownMarks(database: Database, { ownWords }: FindingReader): Promise<ReadonlySet<string>> {
  return new Set(ownWords.length === 0 ? [] : ownWords.map(await marksOf(database)));
}

function concerns({ marks }: KeptFinding, own: ReadonlySet<string>): boolean {
  return marks.some((mark) => own.has(mark));
}

function seenBy(finding: KeptFinding, own: ReadonlySet<string>, now: number): PersonalFinding | null {
  return findingFor(concerns(finding, own) ? SUBJECT : 'another', personal(finding), now / SECOND);
}

/** As the rule reads it. Only whom it concerns could say a word of theirs, so every word is the subject's. */
function personal({ found_at, words }: KeptFinding): PersonalFinding {
  return {
    foundAt: found_at / SECOND,
    subjects: [SUBJECT],
    letGo: words.filter(({ kind }) => kind === 'let go').map(({ at }) => ({ by: SUBJECT, at: at / SECOND })),
    notes: words.filter(({ kind, said }) => kind === 'note' && said !== '').map(({ said }) => ({ by: SUBJECT, text: said })),
  };
}

function told(finding: KeptFinding, { now, ...of }: Pick<FindingSeen, 'source' | 'concernsMe'> & { readonly now: number }): FindingSeen {
  const rule = personal(finding);
  const from = othersSeeFrom(rule) * SECOND;
  return {
    id: finding.id,
    ...of,
    area: finding.area,
    areaName: finding.area_name,
    foundAt: finding.found_at,
    othersFrom: from,
    othersSee: now >= from,
    isSignal: finding.signal !== null && facetOfFinding(finding.signal) === null,
    notes: rule.notes.map(({ text }) => text),
  };
}
