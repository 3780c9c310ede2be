import type { RawHistory } from '#core/evidence/raw-history.ts';

/** People as the published tool joined them: everybody with one e-mail or one name (no accents, no case) is one. */
export interface PlainPeople {
  /** Person row of each identity row. */
  readonly rowOf: Uint32Array;
  readonly records: readonly { readonly name: string; readonly names: readonly string[]; readonly emails: readonly string[] }[];
}

export function plainPeople({ identities, commits }: RawHistory): PlainPeople {
  const used = [...new Set(commits.author)].sort((a, b) => a - b);
  const parent = Int32Array.from(identities, (_, row) => row);
  const first = new Map<string, number>();
  for (const row of used) {
    const { name, email } = identities[row]!;
    for (const key of [email === '' ? '' : `<${keyOf(email)}`, keyOf(name)]) {
      if (key === '') continue;
      const known = first.get(key);
      if (known === undefined) first.set(key, row);
      else parent[rootOf(parent, row)] = rootOf(parent, known);
    }
  }
  return numbered(identities, parent, used);
}

function numbered(identities: RawHistory['identities'], parent: Int32Array, used: readonly number[]): PlainPeople {
  const rowOf = new Uint32Array(identities.length);
  const members = new Map<number, number[]>();
  for (const row of used) members.set(rootOf(parent, row), [...(members.get(rootOf(parent, row)) ?? []), row]);
  const records = [...members.values()].map((rows, person) => {
    for (const row of rows) rowOf[row] = person;
    const names = [...new Set(rows.map((row) => identities[row]!.name))].filter((name) => name !== '');
    return { name: names[0] ?? '', names, emails: [...new Set(rows.map((row) => identities[row]!.email))].filter((email) => email !== '') };
  });
  return { rowOf, records };
}

function keyOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}

function rootOf(parent: Int32Array, row: number): number {
  let root = row;
  while (parent[root] !== root) root = parent[root]!;
  return root;
}
