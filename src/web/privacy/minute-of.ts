/** `2026-11-21 09:41`, of a moment as the server writes it; UTC, like every date here. */
export function minuteOf(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ');
}
