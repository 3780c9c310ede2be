import { findCodeowners } from '#core/areas/codeowners.ts';
import type { DeclaringText } from '#core/areas/declared.ts';

/** Whether any of these repositories names people for its paths. */
export function hasCodeowners(texts: readonly (readonly DeclaringText[])[]): boolean {
  return texts.some((own) => findCodeowners(own) !== undefined);
}
