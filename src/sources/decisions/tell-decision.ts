import type { Fact } from '#core/facts/fact.ts';
import type { Moment } from '#core/terms/moment.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import type { Outline } from '#sources/documents/outline.ts';
import type { RepositoryText } from '#sources/documents/repository-tree.ts';
import { readDecision } from './read-decision.ts';

/** Who proposed a decision, and who took it; undefined where the file is no record. A record without a word about its status counts as taken when it was written. */
export function tellDecision(text: RepositoryText, outline: Outline): readonly Fact[] | undefined {
  const { repository, path, touches } = text;
  const record = readDecision(path, outline, repository);
  const [first, last] = [touches[0], touches.at(-1)];
  if (record === undefined || first === undefined || last === undefined) return undefined;
  const same = { item: `decision:${repository}/${path}`, place: `repository:${repository}` as const, path };
  const { title, number, status } = record;
  const proposed = saidFact(
    'proposed',
    { reference: `proposed:${same.item}`, at: first.at, actor: `mail:${first.mail}`, ...same },
    { title, number },
  );
  if (status === 'proposed') return [proposed];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const supersedes = record.supersedes.map((name) => `decision:${repository}/${folder}${name}`);
  const detail = {
    title,
    number,
    options: record.options,
    why: record.why,
    ...some({ supersedes, consulted: record.consulted, informed: record.informed }),
  };
  const taken = record.date ?? first.at;
  const makers = record.deciders.length === 0 ? [undefined] : record.deciders;
  const decided = (as: string, at: Moment) =>
    makers.map((actor) =>
      saidFact('decided', { reference: `decided:${same.item}#${as}/${actor ?? ''}`, at, actor, ...same }, { ...detail, status: as }),
    );
  // What is superseded was taken before: two decisions, of which only the second has its day from git.
  if (status === 'superseded' || status === 'deprecated')
    return [proposed, ...decided('accepted', taken), ...decided(status, Math.max(taken, last.at))];
  return [proposed, ...decided(status, taken)];
}

function some<Lists extends Readonly<Record<string, readonly unknown[]>>>(lists: Lists): Partial<Lists> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<Lists>;
}
