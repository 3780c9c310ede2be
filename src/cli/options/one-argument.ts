import { refusal } from '#core/terms/refusals.ts';
import type { Run } from '#cli/verb.ts';

/** The one thing a verb is asked about; none or several are refused, because guessing would answer another question. */
export function oneArgument({ args, verb }: Run): string {
  if (args.length === 1) return args[0]!;
  const problem =
    args.length === 0
      ? `understudy ${verb.name} needs ${verb.takes}`
      : `understudy ${verb.name} takes one ${verb.takes}, not ${args.length}`;
  throw refusal('unknown-option', { problem: `${problem}: \`${verb.examples[0]!.command}\`.`, verb: verb.name });
}
