import { useAccountNeeds } from './account-needs.ts';
import { useClaimNeeds, useMergeNeeds, useOwnClaimNeeds } from './claim-needs.ts';
import { useErasureNeeds } from './erasure-needs.ts';
import { useFindingNeeds } from './finding-needs.ts';
import type { Need } from './need.ts';
import { useOpeningNeeds } from './opening-needs.ts';
import { usePurposeNeeds } from './purpose-needs.ts';
import { useSignalNeeds } from './signal-needs.ts';
import { useSourceNeeds } from './source-needs.ts';

/** Every kind of need, in the order in which they are told. A new kind is a file and a row. */
const KINDS: readonly (() => readonly Need[])[] = [
  useFindingNeeds,
  useSignalNeeds,
  useOpeningNeeds,
  useErasureNeeds,
  usePurposeNeeds,
  useSourceNeeds,
  useAccountNeeds,
  useClaimNeeds,
  useMergeNeeds,
  useOwnClaimNeeds,
];

/** What waits for the one who looks, and for nobody else. */
export function useNeeds(): readonly Need[] {
  // The table never changes, so the hooks are called in the same order every time.
  return KINDS.flatMap((useKind) => useKind());
}
