import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_FLAG, ACT_KINDS } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { KnowledgeMatrix } from './matrix.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');

/**
 * # Not understood
 * What it says: files that only AI agents or AI-assisted changes have written, and that no person has shown to understand.
 * Formula: a file is not understood when every counted change of it carries the mark of AI (written by an agent, or `Assisted-by` or an
 *   agent's `Co-authored-by` in the commit), there is at least one, its first counted change is the one that brought it into being, and nobody,
 *   here or gone, has `P(know) ≥ carrierFrom`. One change by a person without that mark ends it, and so do reviews and neighbouring files that
 *   lift somebody to a carrier.
 * Reading: a share of an area's expected work. The files may be fine; nobody has shown that they could explain or mend them. Authorship with
 *   assistance counts little for knowing (cap .20, saturating-evidence.ts), so that an area full of such files has no carrier either.
 * Source: Understudy, programme R022 and R042. Marks are trailers and accounts only: git-interpret-trailers, and the addresses of agents
 *   (core/identity); never the style of code or of a message.
 * Weakness: assistance without a trailer is not seen, so the figure is a lower bound; an explanation given elsewhere is not seen either; files
 *   that came with a mass change or an import have an unknown writer and are never called not understood.
 */
export function notUnderstood({ evidence, at, knowledge, carrierFrom }: UnderstandingQuestion): Uint8Array {
  const files = writtenByAi(evidence, at);
  for (let file = 0; file < files.length; file++) {
    if (files[file] === 0) continue;
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      if (knowledge.probability[e]! >= carrierFrom && evidence.people[knowledge.person[e]!]!.kind === 'human') files[file] = 0;
    }
  }
  return files;
}

export interface UnderstandingQuestion {
  readonly evidence: Evidence;
  readonly at: Moment;
  readonly knowledge: KnowledgeMatrix;
  /** P(know) from which a person counts as a carrier. */
  readonly carrierFrom: number;
}

/** 1 for each file whose every change up to the moment, from its first on, bears the mark of AI; automations say nothing. */
function writtenByAi({ acts, people, files }: Evidence, at: Moment): Uint8Array {
  const marked = new Uint8Array(files.count),
    unmarked = new Uint8Array(files.count);
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) {
    const file = acts.file[i]!,
      { kind } = people[acts.person[i]!]!;
    if (acts.kind[i] !== AUTHORED || kind === 'bot') continue;
    const first = marked[file] === 0 && unmarked[file] === 0;
    const older = first && files.bornAt !== undefined && files.bornAt[file]! < acts.at[i]!;
    if (older || (kind === 'human' && (acts.flags[i]! & ACT_FLAG.aiAssisted) === 0)) unmarked[file] = 1;
    else marked[file] = 1;
  }
  return marked.map((one, file) => (one === 1 && unmarked[file] === 0 ? 1 : 0));
}
