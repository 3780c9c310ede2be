import { alphabetical } from '#core/terms/nearest.ts';
import { personOf, type ToldCommit } from './evidence-of.ts';

/** Invented people, those with most changes first: in the order of their names they stand the other way round. */
export const MOST_FIRST = ['Zoe Quill', 'Yan Pike', 'Xia Orme', 'Uma Nash', 'Tom Moor', 'Eda Lund', 'Bo Kerr', 'Ana Jost'] as const;
/** The same work by other names: an order that follows figures cannot be alphabetical in both. */
export const LEAST_FIRST: readonly string[] = MOST_FIRST.toReversed();

export function addressOf(name: string): string {
  return personOf(name, 'human').emails[0]!;
}

/** Work of eight people in four areas: the first does most of it, the last least, and everybody meets somebody everywhere. */
export function workOf(people: readonly string[]): readonly ToldCommit[] {
  const areas = ['billing', 'ledger', 'docs', 'infra'];
  const turns = people.flatMap((by, p) => Array.from({ length: 40 - 4 * p }, (_, k) => ({ by, p, k })));
  const shuffled = turns.toSorted((a, b) => ((a.k * 7 + a.p * 3) % 41) - ((b.k * 7 + b.p * 3) % 41));
  return shuffled.map(({ by, p, k }, day) => {
    const area = areas[(p + (k % 3 === 0 ? k : 0)) % areas.length]!;
    return { day, by, files: [`${area}/part${k % 5}.ts`, `${area}/whole.ts`], reviewedBy: [people[(p + 1) % people.length]!] };
  });
}

/**
 * Lists of an answer, at any depth, in which people follow each other in another order than that of their names: each element
 * of such a list names one person. So too in one sentence. `subjects` are those who were asked about; they may stand first.
 */
export function disordered(answer: unknown, people: readonly string[], subjects: readonly string[] = []): readonly string[] {
  const others = people.filter((name) => !subjects.includes(name));
  if (Array.isArray(answer)) {
    const groups = [...Map.groupBy(answer, groupOf).values()];
    const orders = groups.map((group) =>
      group.map((element) => namedIn(element, others)).flatMap((names) => (names.length === 1 ? names : [])),
    );
    const inside = answer.flatMap((element) => disordered(element, people, subjects));
    return [...orders.filter((order) => !isByName(order)).map((order) => order.join(' < ')), ...inside];
  }
  if (typeof answer === 'string') return answer.split('. ').filter((sentence) => !isByName(namedIn(sentence, others)));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).flatMap((value) => disordered(value, people, subjects));
}

/** Each person named in something, in the order of the first time. */
function namedIn(something: unknown, people: readonly string[]): readonly string[] {
  const text = typeof something === 'string' ? something : (JSON.stringify(something) ?? '');
  const places = people.map((name) => ({ name, at: text.indexOf(name) })).filter(({ at }) => at >= 0);
  return places.toSorted((a, b) => a.at - b.at).map(({ name }) => name);
}

/** Rows may stand by area and then by name: each area is a list of its own. */
function groupOf(element: unknown): unknown {
  return typeof element === 'object' && element !== null && 'area' in element ? JSON.stringify(element.area) : '';
}

function isByName(names: readonly string[]): boolean {
  return names.every((name, i) => i === 0 || alphabetical(names[i - 1]!, name) <= 0);
}
