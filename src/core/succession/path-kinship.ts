import { actsUpTo } from '#core/knowledge/pair-tally.ts';
import { fade } from './fade.ts';
import type { SuccessionQuestion } from './question.ts';

/** Days after which a change counts half: what somebody has worked on is remembered for years. */
const HALF_LIFE = 1460;

/**
 * # Kinship of paths
 * What it says: how much somebody works on things that are called like the ground: same folders, same words in the path.
 * Formula: `K(p) = Σₜ q(t)·idf(t)·f/(f+1) / Σₜ q(t)·idf(t)` over the words t of the ground's paths (every folder above a file is a word,
 *   and every run of letters and digits of two or more), q(t) = share of the ground's files with t, f = p's own changes to files with t,
 *   each counting `2^(−age/1460 days)`, `idf(t) = ln(1 + (N − n + ½)/(n + ½))`, n of the N people having ever changed a file with t.
 * Reading: 1 = at home in every word of it; words that everybody touches hardly count.
 * Source: S. Robertson & H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009 (k₁ = 1, no length); paths as a
 *   measure of nearness: P. Thongtanunam et al., "Who should review my code?", SANER 2015.
 * Weakness: names may mislead; a renamed word is a stranger.
 */
export function pathKinship(question: SuccessionQuestion): Float64Array {
  const { evidence, at, ground } = question;
  const words = wordsOfGround(evidence.files.path, ground);
  const counts = changesPerWord(question, words, actsUpTo(evidence, at));
  const idf = rarity(counts, words.size);
  const most = [...words.values()].reduce((sum, { slot, share }) => sum + share * idf[slot]!, 0);
  const kinship = new Float64Array(evidence.people.length);
  if (most <= 0) return kinship;
  for (const [person, changes] of counts) {
    let sum = 0;
    for (const { slot, share } of words.values()) sum += (share * idf[slot]! * changes[slot]!) / (changes[slot]! + 1);
    kinship[person] = sum / most;
  }
  return kinship;
}

/** Words of a path: its folders (with a slash at the end) and its runs of letters and digits. */
export function wordsOf(path: string): readonly string[] {
  const words = new Set<string>();
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) words.add(path.slice(0, slash + 1));
  for (const word of path.toLowerCase().split(/[^\p{L}\p{N}]+/u)) if (word.length > 1) words.add(word);
  return [...words];
}

type Words = ReadonlyMap<string, { readonly slot: number; share: number }>;

function wordsOfGround(paths: readonly string[], ground: readonly number[]): Words {
  const words = new Map<string, { readonly slot: number; share: number }>();
  for (const file of ground)
    for (const word of wordsOf(paths[file]!)) {
      const known = words.get(word);
      if (known === undefined) words.set(word, { slot: words.size, share: 1 / ground.length });
      else known.share += 1 / ground.length;
    }
  return words;
}

/** Faded changes by person and word. Paths are split once; the inner loop mutates its columns. */
function changesPerWord({ evidence, at }: SuccessionQuestion, words: Words, seen: number): Map<number, Float64Array> {
  const { acts, files } = evidence;
  const slots = new Map<number, readonly number[]>();
  const counts = new Map<number, Float64Array>();
  for (let i = 0; i < seen; i++) {
    if (acts.kind[i] !== 0) continue;
    const file = acts.file[i]!;
    let here = slots.get(file);
    if (here === undefined) slots.set(file, (here = wordsOf(files.path[file]!).flatMap((word) => words.get(word)?.slot ?? [])));
    if (here.length === 0) continue;
    const person = acts.person[i]!;
    const changes = counts.get(person) ?? new Float64Array(words.size);
    counts.set(person, changes);
    const part = fade(at - acts.at[i]!, HALF_LIFE);
    for (const slot of here) changes[slot]! += part;
  }
  return counts;
}

function rarity(counts: ReadonlyMap<number, Float64Array>, size: number): Float64Array {
  const people = new Float64Array(size);
  for (const changes of counts.values()) for (let slot = 0; slot < size; slot++) if (changes[slot]! > 0) people[slot]!++;
  return people.map((n) => Math.log(1 + (counts.size - n + 0.5) / (n + 0.5)));
}
