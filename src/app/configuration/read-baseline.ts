import { readFileSync } from 'node:fs';
import { baselineSchema } from '#contract/baseline.ts';
import type { Baseline } from '#core/world/baseline.ts';
import { refusal } from '#core/terms/refusals.ts';

/** The baseline at `path`; refuses a missing file and anything that is not a baseline. */
export function readBaseline(path: string): Baseline {
  const parsed = baselineSchema.safeParse(jsonOf(path));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw refusal('baseline-unreadable', { path, problem: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}` });
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (problem) {
    if (problem instanceof SyntaxError) throw refusal('baseline-unreadable', { path, problem: 'it is no JSON' });
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refusal('baseline-missing', { path });
    throw refusal('baseline-unreadable', { path, problem: code ?? 'it cannot be read' });
  }
}
