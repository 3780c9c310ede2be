import type { Mode } from '#core/policy/viewer.ts';

/** Where a server stands. */
export interface Standing {
  /** Nobody reaches it from another machine. */
  readonly loopback: boolean;
  /** Accounts of people that can come in. */
  readonly accounts: number;
}

/** Until somebody chooses. */
export const UNTIL_CHOSEN: Mode = 'team';

/** Why names may not be shown here; null where they may. */
export function whyNotSolo({ loopback, accounts }: Standing): string | null {
  if (!loopback) return 'this server can be reached from other machines';
  return accounts > 1 ? `there are ${accounts} accounts` : null;
}

/** The mode that holds: solo ends by itself as soon as somebody else could look. */
export function modeInForce(chosen: Mode | undefined, standing: Standing): Mode {
  const mode = chosen ?? UNTIL_CHOSEN;
  return mode === 'solo' && whyNotSolo(standing) !== null ? UNTIL_CHOSEN : mode;
}
