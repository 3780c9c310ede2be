import { listed } from '#core/terms/figures.ts';

/** How families of facts are called in sentences and beside pictures; one that is not listed has its own name. */
const WORDS: Readonly<Record<string, string>> = {
  changes: 'changes and reviews',
  issues: 'issues',
  rights: 'rights',
  incidents: 'incidents',
  rota: 'who is on call',
  absences: 'absences',
  calendar: 'focus and planning time',
  catalog: 'services and their dependencies',
  decisions: 'decisions',
  documents: 'runbooks and documents',
  chat: 'questions and answers in chat',
  tickets: 'customer tickets',
  recognition: 'recognition',
  people: 'who joined, left and leads',
  deployments: 'deployments',
};

export function familyWords(family: string): string {
  return Object.hasOwn(WORDS, family) ? WORDS[family]! : family;
}

/** What can be judged beyond code, and what is a blind spot, in one sentence. */
export function sayJudged(families: readonly { readonly family: string; readonly from: number | null }[]): string {
  const words = (isTold: boolean): readonly string[] =>
    families.filter(({ from }) => (from !== null) === isTold).map(({ family }) => familyWords(family));
  const [told, blind] = [words(true), words(false)];
  if (told.length === 0)
    return 'Nothing beyond code can be judged yet: who reviews, who is paged, who decides, who has access and who is away are blind spots.';
  if (blind.length === 0) return `Beyond code, all ${told.length} kinds of facts are told; none is a blind spot.`;
  return `Beyond code, ${told.length} of ${families.length} kinds of facts are told. Blind ${blind.length === 1 ? 'spot' : 'spots'}: ${listed(blind)}.`;
}
