import type { Evidence } from '#core/evidence/evidence.ts';
import { SUCCESSOR_COEFFICIENTS } from '#core/succession/coefficients.ts';
import { FEATURES } from '#core/succession/features.ts';
import type { Candidate, SuccessorQuestion } from '#core/succession/rank-successors.ts';
import type { Because } from '#core/terms/answer.ts';
import { amountOf, counted, percentOf } from '#core/terms/figures.ts';
import type { Moment } from '#core/terms/moment.ts';
import { commitRef } from '#core/because/commit-ref.ts';
import { sayReasons, signed } from '#core/because/say-reasons.ts';

const FORMULA =
  'P(p) = exp(β·x(p)) / (exp(γ·z) + Σ exp(β·x)) over everybody ever seen here who is not away; x: what the history shows of p, z: how many candidates are likely here';
const CONFIDENCE =
  'docs/evaluation.md says how often such a list held who it later was, on projects that the weights have never seen, beside simple rules and with intervals';
/** Most commits named as evidence for one candidate. */
const COMMITS = 4;

interface Headline {
  readonly place: string;
  readonly ground: number;
  readonly asked: SuccessorQuestion;
  readonly candidates: number;
  readonly nobodyYet: number | null;
  readonly expected: number;
}

/** Why nobody known yet is as likely as it is said to be. */
export function becauseOfSuccessors({ place, ground, asked, candidates, nobodyYet, expected }: Headline): Because {
  const { provenance } = SUCCESSOR_COEFFICIENTS[asked];
  return {
    id: 'value',
    claim: `${percentOf(nobodyYet ?? 1)} that whoever carries ${place} next has not been seen here yet; the rest is shared by ${counted(candidates, 'candidate')}.`,
    formula: FORMULA,
    inputs: [
      { name: 'files asked about', value: ground },
      { name: 'candidates', value: candidates },
      { name: 'expected changes there', value: amountOf(expected) },
      { name: 'fitted on', value: `${counted(provenance.n, 'case')}: ${provenance.data}` },
    ],
    evidence: [],
    wouldChange: ['Somebody who takes part in the next changes here becomes a likely candidate within weeks.'],
    confidence: CONFIDENCE,
    method: `successors/2, ${asked}`,
  };
}

interface CandidateToTell {
  readonly candidate: Candidate;
  readonly name: string;
  readonly ground: readonly number[];
  readonly asked: SuccessorQuestion;
}

/** Everything that makes one candidate's chance: each feature with its part of the log-odds, and the newest commits on the ground. */
export function becauseOfCandidate(
  { evidence, at }: { readonly evidence: Evidence; readonly at: Moment },
  { candidate, name, ground, asked }: CandidateToTell,
): Because {
  const weights: Readonly<Record<string, number>> = SUCCESSOR_COEFFICIENTS[asked].candidate;
  const { for: forThem, against } = sayReasons(candidate);
  return {
    id: `candidate:${candidate.person}`,
    claim: `${name}: ${percentOf(candidate.probability)}. For: ${forThem.join('; ') || 'nothing in particular'}. Against: ${against.join('; ') || 'nothing in particular'}.`,
    formula: FORMULA,
    inputs: FEATURES.flatMap(({ name: feature, says, formula }, k) =>
      weights[feature] === undefined
        ? []
        : [{ name: `${says}: ${formula}`, value: `${candidate.figures[k]!.toFixed(2)}, which makes ${signed(candidate.reasons[k]!)}` }],
    ),
    evidence: newestOf(evidence, { person: candidate.person, ground, at }).map((commit) => commitRef(evidence, commit)),
    wouldChange: ['Work on these files or beside them raises it; silence lowers it.'],
    confidence: CONFIDENCE,
    method: `successors/2, ${asked}`,
  };
}

function newestOf(
  { acts }: Evidence,
  { person, ground, at }: { readonly person: number; readonly ground: readonly number[]; readonly at: Moment },
): readonly number[] {
  const inside = new Set(ground);
  const found: number[] = [];
  for (let i = acts.count - 1; i >= 0 && found.length < COMMITS; i--)
    if (acts.person[i] === person && acts.at[i]! <= at && inside.has(acts.file[i]!) && !found.includes(acts.commit[i]!))
      found.push(acts.commit[i]!);
  return found;
}
