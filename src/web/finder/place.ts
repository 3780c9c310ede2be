/** Somewhere the palette can lead to, or something that it does. */
export interface Place {
  readonly kind: 'page' | 'repository' | 'area' | 'folder' | 'file' | 'act';
  readonly label: string;
  readonly note: string;
  readonly to: string;
  readonly in?: string;
}

export const ACTS: readonly Place[] = [
  { kind: 'act', label: 'Print this page', note: 'An area page fits on one sheet', to: 'print' },
  { kind: 'act', label: 'Switch between light and dark', note: '', to: 'theme' },
];

/** Words that were typed, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a text holds every word. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}
