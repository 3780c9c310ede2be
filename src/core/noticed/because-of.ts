import type { Because, EvidenceRef } from '#core/terms/answer.ts';
import { limitsOf, type OwnLimits } from '#core/signals/read-signals.ts';
import type { Signal, SignalEvidence, SignalLimits } from '#core/signals/signal.ts';
import { dateOf } from '#core/terms/moment.ts';
import { type Noticed, noticedId } from './noticed.ts';
import { limitsSaid, limitsWords } from './limits-words.ts';
import { bound, measured } from './measured.ts';
import { signalOf } from './noticed-now.ts';

export const METHOD = { name: 'signals', version: '1' } as const;

/** Why a signal says what it says: what it counted, in which window, against which bound, and on which cases. */
export function becauseOf({ reading, history, silencedBy }: Noticed, own: OwnLimits = {}): Because {
  const signal = signalOf(reading.signal)!;
  const limits = limitsOf(signal, own);
  const { n, value, window, threshold, baseline } = reading;
  return {
    id: noticedId(reading),
    claim: reading.sentence,
    formula: `${signal.measures.replace(/\.?$/, '.')} Raised when the near end of the 95 % interval lies above ${bound(threshold, signal.unit)} on at least ${limits.least} cases${limits.risen ? ', and above what is usual here' : ''}.`,
    inputs: [
      { name: 'asks', value: signal.asks },
      { name: 'cases', value: n },
      { name: 'figure', value: measured(value, signal.unit) },
      { name: 'bound', value: bound(threshold, signal.unit) },
      { name: 'usual here', value: baseline === null ? 'too little was known before' : measured(baseline, signal.unit) },
      { name: 'speaks', value: limitsWords(signal, own) },
      ...(reading.silenced === undefined
        ? []
        : [{ name: 'raised under the limits before', value: limitsSaid(reading.silenced, signal.unit) }]),
      ...(silencedBy === undefined ? [] : [{ name: 'limits changed', value: changeWords(silencedBy) }]),
      { name: 'window', value: `${dateOf(window.from)} to ${dateOf(window.to)}` },
      ...(history === null ? [] : [{ name: 'first raised', value: dateOf(history.openedAt) }]),
      { name: 'phrases of the essays', value: signal.requirements.join(', ') },
    ],
    evidence: reading.evidence.map(referenceOf),
    wouldChange: changesOf(signal, limits, reading),
    confidence: `${n} cases, 95 % interval ${measured(value, signal.unit)}; ${whyRaised(reading)}.`,
    method: `${METHOD.name}/${METHOD.version} ${signal.id}`,
  };
}

function whyRaised({ raised, silenced }: Noticed['reading']): string {
  if (raised) return 'its near end lies above the bound';
  if (silenced !== undefined) return 'no longer raised because its limits were changed, not because of what happened';
  return 'not raised: too little, or its near end does not lie above the bound';
}

function changeWords({ at, reason }: NonNullable<Noticed['silencedBy']>): string {
  return `${dateOf(at)}${reason === '' ? '' : `: ${reason}`}`;
}

function changesOf({ move }: Signal, limits: SignalLimits, { raised, silenced }: Noticed['reading']): readonly string[] {
  if (silenced !== undefined) return [move, 'It is open again as soon as the limits before hold again, unless less of it is seen by then.'];
  if (!raised) return [`It would be raised if the whole interval lay above the bound on ${limits.least} cases or more.`];
  return [move, 'It clears when nothing is raised for a fortnight; whoever knows more can explain it.'];
}

/** A case of a source keeps the name that its source gives it; a commit is known by its hash. */
function referenceOf({ item, at, note }: SignalEvidence): EvidenceRef {
  const commit = /(?:^|[:/@ ])([0-9a-f]{40})$/.exec(item)?.[1];
  return commit === undefined
    ? { kind: 'item', ref: item, repository: '', at, note }
    : { kind: 'commit', ref: commit, repository: '', at, note };
}
