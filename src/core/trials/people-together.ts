import type { Handover } from './handover-trials.ts';

/** A group number for each hand-over: two belong together when they share a person, directly or through others. */
export function togetherByPeople(handovers: readonly Pick<Handover, 'left' | 'came'>[]): readonly number[] {
  const group = new Map<string, number>();
  const members: string[][] = [];
  for (const { left, came } of handovers) {
    const names = [...left, ...came];
    const known = [...new Set(names.flatMap((name) => group.get(name) ?? []))];
    const into = known[0] ?? members.push([]) - 1;
    for (const other of known.slice(1)) members[into]!.push(...members[other]!.splice(0));
    members[into]!.push(...names);
    for (const name of members[into]!) group.set(name, into);
  }
  return handovers.map(({ left, came }) => group.get([...left, ...came][0]!) ?? -1);
}
