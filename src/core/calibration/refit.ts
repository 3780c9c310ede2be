import { sigmoid } from '#core/fitting/fit-logistic.ts';
import { COEFFICIENTS } from '#core/knowledge/coefficients.ts';
import { type Correction, UNCORRECTED } from '#core/knowledge/own-evidence.ts';

/** What somebody said of a person and a file, and the log-odds that the model gave. */
export interface Confirmation {
  readonly logOdds: number;
  readonly knows: 0 | 1;
  readonly person: number;
}

/** How far another project's odds may be stretched, before it has said anything: one in three of them lies outside 0.75 to 1.25. */
const SLOPE_SPREAD = 0.25;
const ROUNDS = 40;

/**
 * # A team's own correction
 * What it says: by how much the shipped model is too sure or too shy here, by what this team says of itself.
 * Formula: `logit P = a + b·z`, z = log-odds of the shipped model; a and b maximise the likelihood of the team's answers times
 *   `Normal(a; 0, τ)·Normal(b; 1, 0.25)`, τ = deviation between the projects of the fit (coefficients.ts).
 * Reading: a > 0: people here know more than their history says elsewhere; b < 1: the history says less here. With few answers both stay
 *   near 0 and 1.
 * Source: J. Platt, "Probabilistic outputs for support vector machines", 1999; prior after the between-project deviation of the shipped fit.
 * Weakness: six coefficients are moved by two numbers only; the spread of the slope is argued, not fitted.
 */
export function refit(confirmations: readonly Confirmation[]): Correction {
  let { shift, slope } = UNCORRECTED;
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(confirmations, { shift, slope });
    shift += step.shift;
    slope += step.slope;
    if (Math.abs(step.shift) + Math.abs(step.slope) < 1e-10) break;
  }
  return { shift, slope: Math.max(0.1, slope) };
}

function newtonStep(confirmations: readonly Confirmation[], { shift, slope }: Correction): Correction {
  const [forShift, forSlope] = [1 / COEFFICIENTS.betweenSystems ** 2, 1 / SLOPE_SPREAD ** 2];
  let pullShift = -forShift * shift,
    pullSlope = -forSlope * (slope - 1),
    [aa, ab, bb] = [forShift, 0, forSlope];
  for (const { logOdds, knows } of confirmations) {
    const said = sigmoid(shift + slope * logOdds);
    const weight = said * (1 - said);
    pullShift += knows - said;
    pullSlope += (knows - said) * logOdds;
    aa += weight;
    ab += weight * logOdds;
    bb += weight * logOdds * logOdds;
  }
  const determinant = aa * bb - ab * ab;
  return { shift: (bb * pullShift - ab * pullSlope) / determinant, slope: (aa * pullSlope - ab * pullShift) / determinant };
}

/** What each confirmation would have been told by a correction that never heard of its person. */
export function saidWithoutOwn(confirmations: readonly Confirmation[]): readonly number[] {
  const without = new Map(
    [...new Set(confirmations.map(({ person }) => person))].map((person) => [person, withoutPerson(confirmations, person)]),
  );
  return confirmations.map(({ logOdds, person }) => {
    const { shift, slope } = without.get(person)!;
    return sigmoid(shift + slope * logOdds);
  });
}

function withoutPerson(confirmations: readonly Confirmation[], person: number): Correction {
  return refit(confirmations.filter((one) => one.person !== person));
}
