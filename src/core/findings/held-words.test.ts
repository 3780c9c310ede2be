import { describe, expect, it } from 'vitest';
import { heldIn, heldLine } from './held-words.ts';

describe('what is held back', () => {
  it('[findings.3] is read from an answer as it was told there, and nothing else is taken for it', () => {
    const told = [
      { count: 1, from: '2026-11-24' },
      { count: 12, from: '2026-11-25' },
    ];
    const others = [
      { what: 'mass changes', count: 2, unit: 'commits', why: 'Shown from 2026-11-24 on; not about areas.' },
      { what: 'small areas', count: 3, unit: 'areas', why: 'Fewer commits than the agreed minimum.' },
    ];
    expect(heldIn([others[0]!, ...told.map(heldLine), others[1]!])).toEqual(told);
  });
});
