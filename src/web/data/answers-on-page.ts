import { useSyncExternalStore } from 'react';
import type { Answer, Because } from '#core/terms/answer.ts';

/** The answers that stand on the page now, so that any of their numbers can be opened by question and id. */
let answers: ReadonlyMap<string, Answer> = new Map();
const listeners = new Set<() => void>();

export function keepAnswer(question: string, answer: Answer): void {
  answers = new Map(answers).set(question, answer);
  for (const tell of listeners) tell();
}

export function useAnswersOnPage(): ReadonlyMap<string, Answer> {
  return useSyncExternalStore(subscribe, () => answers);
}

/** `overview:value` → that answer's because with that id. */
export function becauseAt(
  all: ReadonlyMap<string, Answer>,
  address: string,
): { readonly answer: Answer; readonly because: Because } | null {
  const colon = address.indexOf(':');
  const answer = all.get(address.slice(0, colon));
  const because = answer?.because.find(({ id }) => id === address.slice(colon + 1));
  return answer !== undefined && because !== undefined ? { answer, because } : null;
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
