const PRESSING = /(^|[-_])(urgent|incidents?|inc|oncall|on-call|emergency|sev\d?|p1|outage|firefighting|stoerung|störung)([-_]|$)/i;

/** By its name: a channel for what cannot wait. */
export function isPressing(channel: string): boolean {
  return PRESSING.test(channel);
}
