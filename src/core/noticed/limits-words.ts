import { limitsOf, type OwnLimits } from '#core/signals/read-signals.ts';
import type { Signal, SignalLimits, SignalUnit } from '#core/signals/signal.ts';
import { bound } from './measured.ts';

/** `above 25 %, from 8 cases on, over 90 days, as shipped`; where a team has set its own, both, and of what is shipped only what differs. */
export function limitsWords(signal: Signal, own: OwnLimits = {}): string {
  const { limits: shipped, unit, id } = signal;
  const holds = limitsOf(signal, own);
  const said = partsOf(holds, unit);
  const words = limitsSaid(holds, unit);
  if (!Object.hasOwn(own, id)) return `${words}, as shipped`;
  const other = partsOf(shipped, unit).filter((part, i) => part !== said[i]);
  return `your limit ${words}; shipped ${other.length === 0 ? 'the same' : other.join(', ')}`;
}

/** `above 25 %, from 8 cases on, over 90 days`. */
export function limitsSaid(limits: SignalLimits, unit: SignalUnit): string {
  const said = partsOf(limits, unit);
  return [...said.slice(0, -1), ...(limits.risen ? said.slice(-1) : [])].join(', ');
}

function partsOf({ threshold, least, days, risen }: SignalLimits, unit: SignalUnit): readonly string[] {
  const rose = risen ? 'only if it rose' : 'whether it rose or not';
  return [`above ${bound(threshold, unit)}`, `from ${least} cases on`, `over ${days} days`, rose];
}
