/** A seed for one part of what is drawn, so that a change in one part leaves all others as they were. FNV-1a over the name. */
export function seedOf(seed: number, part: string): number {
  let hash = 0x81_1c_9d_c5 ^ seed;
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01_00_01_93);
  return hash | 0;
}
