/** `share` of `over` on `under`, per channel. */
export function blend(under: number, over: number, share: number): number {
  const s = Math.min(1, Math.max(0, share));
  const red = (under & 255) + ((over & 255) - (under & 255)) * s;
  const green = ((under >> 8) & 255) + (((over >> 8) & 255) - ((under >> 8) & 255)) * s;
  const blue = ((under >> 16) & 255) + (((over >> 16) & 255) - ((under >> 16) & 255)) * s;
  return ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
}
