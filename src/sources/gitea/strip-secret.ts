import { parsedJson } from '#sources/payloads/shape.ts';

/** Old versions wrote the secret into the body: it is cut out before anything is kept. Bodies without one stay as they came, byte for byte. */
export function stripSecret(body: Uint8Array): Uint8Array {
  const parsed = parsedJson(body);
  if (typeof parsed !== 'object' || parsed === null || !Object.hasOwn(parsed, 'secret')) return body;
  const { secret: _, ...rest } = parsed as Record<string, unknown>;
  return Buffer.from(JSON.stringify(rest));
}
