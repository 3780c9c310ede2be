import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** One import that is not allowed: by which rule, from which file to which, and where the thing belongs instead. */
export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly instead: string;
}

export interface Cruise {
  /** Files read below the given folders, and their imports. */
  readonly files: readonly { readonly path: string; readonly imports: readonly string[] }[];
  readonly breaches: readonly Breach[];
}

interface Output {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly resolved: string }[] }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
      readonly cycle?: readonly { readonly name: string }[];
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  };
}

/** Reads every import below the folders of a checkout with dependency-cruiser, and judges it by walls.config.mjs. */
export function cruiseImports(checkout: string, folders: readonly string[]): Cruise {
  const home = dirname(import.meta.dirname);
  const args = ['--config', join(home, 'walls.config.mjs'), '--output-type', 'json', ...folders];
  const { stdout, stderr } = spawnSync(join(home, 'node_modules/.bin/depcruise'), args, {
    cwd: checkout,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no result: ${stdout}${stderr}`);
  const output = JSON.parse(stdout) as Output;
  const sentences = new Map(output.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  return {
    files: output.modules
      .filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`)))
      .map(({ source, dependencies }) => ({ path: source, imports: dependencies.map(({ resolved }) => resolved) })),
    breaches: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map(({ name }) => name).join(' → ') : to,
      instead: sentences.get(rule.name) ?? '',
    })),
  };
}
