import type { Scene } from '#core/scene/scene.ts';
import type { Signal, SignalLimits, SignalReading } from './signal.ts';
import { whyNotJudged } from './stretch.ts';

export interface SignalsRead {
  readonly found: readonly { readonly signal: Signal; readonly reading: SignalReading }[];
  /** What cannot be judged by what is connected. */
  readonly notJudged: readonly { readonly signal: Signal; readonly why: string }[];
}

/** Limits that a team has set itself, by id of the signal. */
export type OwnLimits = Readonly<Record<string, Partial<SignalLimits>>>;

/** Looks at a scene with each signal in turn, raised or not. */
export function readSignals(scene: Scene, signals: readonly Signal[], own: OwnLimits = {}): SignalsRead {
  const judged = signals.map((signal) => ({ signal, why: whyNotJudged(signal, scene) }));
  return {
    found: judged.flatMap(({ signal, why }) =>
      why === null ? signal.find(scene, limitsOf(signal, own)).map((reading) => ({ signal, reading })) : [],
    ),
    notJudged: judged.flatMap(({ signal, why }) => (why === null ? [] : [{ signal, why }])),
  };
}

/** What holds of a signal: what the team has set, over what is shipped. */
export function limitsOf({ id, limits }: Signal, own: OwnLimits): SignalLimits {
  return Object.hasOwn(own, id) ? { ...limits, ...own[id] } : limits;
}
