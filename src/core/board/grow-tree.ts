import type { Evidence } from '#core/evidence/evidence.ts';
import type { Partition } from '#core/areas/partition.ts';
import { NO_AREA } from '#core/areas/partition.ts';
import type { MapTree } from './map-tree.ts';
import { KIND } from './map-tree.ts';

/**
 * The tree of everything that counts today: repositories (if several), their areas, folders and living files.
 * An area is one branch even where its files lie scattered; folders that hold a single folder are joined (`a/b/c`).
 */
export function growTree(evidence: Evidence, partition: Partition): MapTree {
  const root = branch('everything', KIND.all);
  const several = evidence.repositories.length > 1;
  const areas = partition.areas.map((area, index) => ({
    ...branch(withoutRepository(area.name, evidence, area.repository), KIND.area),
    area: index,
  }));
  const repositories = evidence.repositories.map((repository) => branch(repository.name, KIND.repository));
  partition.areas.forEach((area, index) => (several ? repositories[area.repository]! : root).inside.set(area.id, areas[index]!));
  if (several) repositories.forEach((repository, index) => repository.inside.size > 0 && root.inside.set(String(index), repository));
  const heads = partition.areas.map((area) => headOf(area.paths));
  for (let file = 0; file < evidence.files.count; file++) {
    const area = partition.ofFile[file]!;
    if (area === NO_AREA || evidence.files.alive[file] === 0 || evidence.files.exclusion[file] !== 0) continue;
    plant(areas[area]!, file, within(heads[area]!, evidence.files.path[file]!));
  }
  return flatten(root);
}

/** Where several repositories are read together areas are called `api: billing/`; inside their repository `billing/` is enough. */
function withoutRepository(name: string, { repositories }: Evidence, row: number): string {
  const lead = `${repositories[row]!.name}: `;
  return repositories.length > 1 && name.startsWith(lead) ? name.slice(lead.length) : name;
}

interface Branch {
  name: string;
  readonly kind: number;
  readonly area: number;
  readonly inside: Map<string, Branch>;
  readonly files: number[];
  readonly fileNames: string[];
}

function branch(name: string, kind: number): Branch {
  return { name, kind, area: -1, inside: new Map(), files: [], fileNames: [] };
}

/** The folder that all files of an area share, when its paths say so: `lib/api/` → `lib/api/`; patterns → ''. */
function headOf(paths: readonly string[]): string {
  const only = paths.length === 1 ? paths[0]! : '';
  return /^[^*?[\]]+\/$/.test(only) ? only.replace(/^\//, '') : '';
}

function within(head: string, path: string): string {
  return head !== '' && path.startsWith(head) ? path.slice(head.length) : path;
}

function plant(area: Branch, file: number, path: string): void {
  let at = area;
  let from = 0;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
    const name = path.slice(from, slash);
    let next = at.inside.get(name);
    if (next === undefined) {
      next = { ...branch(name, KIND.folder), area: area.area };
      at.inside.set(name, next);
    }
    at = next;
    from = slash + 1;
  }
  at.files.push(file);
  at.fileNames.push(path.slice(from));
}

interface Node {
  readonly name: string;
  readonly parent: number;
  readonly kind: number;
  readonly area: number;
  readonly file: number;
}

/** Writes branches as rows in pre-order; `end` and `files` are filled in when a branch is done (it mutates its own arrays). */
function flatten(root: Branch): MapTree {
  const nodes: Node[] = [];
  const end: number[] = [];
  const files: number[] = [];
  const add = (node: Node): number => {
    files.push(node.file >= 0 ? 1 : 0);
    end.push(nodes.push(node));
    return nodes.length - 1;
  };
  const walk = (given: Branch, parent: number): void => {
    const here = joined(given);
    const row = add({ name: here.name, parent, kind: here.kind, area: here.area, file: -1 });
    for (const child of here.inside.values()) if (child.inside.size > 0 || child.files.length > 0) walk(child, row);
    here.files.forEach((file, index) => add({ name: here.fileNames[index]!, parent: row, kind: KIND.file, area: here.area, file }));
    end[row] = nodes.length;
    for (let child = row + 1; child < nodes.length; child = end[child]!) files[row]! += files[child]!;
  };
  walk(root, -1);
  return {
    count: nodes.length,
    parent: Int32Array.from(nodes, ({ parent }) => parent),
    end: Uint32Array.from(end),
    kind: Uint8Array.from(nodes, ({ kind }) => kind),
    file: Int32Array.from(nodes, ({ file }) => file),
    area: Int32Array.from(nodes, ({ area }) => area),
    files: Uint32Array.from(files),
    name: nodes.map(({ name }) => name),
  };
}

/** Joins a folder with its only folder: one step to click instead of five. Areas and repositories keep their own node. */
function joined(given: Branch): Branch {
  let here = given;
  let name = given.name;
  while (here.kind === KIND.folder && here.files.length === 0 && here.inside.size === 1) {
    here = here.inside.values().next().value!;
    name = `${name}/${here.name}`;
  }
  return here === given ? given : { ...here, name };
}
