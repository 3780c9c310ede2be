import type { Retained } from '#core/retention/retention-terms.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Role, Sight, Topic } from '#core/policy/roles.ts';

/** What runs here, as the door found it. */
export interface AgreementFacts {
  readonly version: string;
  /** `2026-11-21` */
  readonly date: string;
  readonly mode: Mode;
  readonly repositories: readonly string[];
  /** Numbers behind the verdicts, by name. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Names of all questions that this version knows. */
  readonly questions: readonly string[];
  /** Where a server holds the history for everybody. */
  readonly running?: RunningFacts;
}

/** What only a running server knows. */
export interface RunningFacts {
  /** How many sources there are of each kind. */
  readonly sources: Readonly<Record<string, number>>;
  /** Days that hold, by what is kept. */
  readonly retention: Readonly<Record<Retained, number>>;
  /** How many hold each role; no names. */
  readonly roles: Readonly<Record<string, number>>;
  /** Ways to come in. */
  readonly signIn: readonly string[];
}

/** Everything that the works agreement says, in one language. A word that is missing does not compile. */
export interface AgreementWords {
  readonly title: string;
  readonly made: (facts: AgreementFacts) => string;
  readonly headings: Readonly<Record<AgreementPart, string>>;
  readonly purpose: string;
  readonly notFor: readonly string[];
  readonly law: readonly string[];
  readonly modes: Readonly<Record<Mode, string>>;
  /** Said in solo mode, where the matrix shows what council mode would allow. */
  readonly proposal: string;
  readonly data: readonly (readonly [what: string, from: string, goes: string])[];
  readonly dataColumns: readonly string[];
  readonly notRead: string;
  readonly matter: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly sights: Readonly<Record<Sight, string>>;
  readonly questions: (open: readonly string[], closed: readonly string[]) => string;
  readonly safeguards: (numbers: Safeguards) => readonly string[];
  readonly retention: Readonly<Record<Retained, readonly [what: string, afterwards: string]>>;
  readonly retentionColumns: readonly string[];
  readonly retentionNote: string;
  readonly rights: readonly string[];
  readonly settings: string;
  readonly changes: readonly string[];
  readonly limits: readonly string[];
  /** Said where no server runs. */
  readonly withoutServer: string;
  /** Said where one does: what it enforces and what not, what it reads, who holds which role, how people come in. */
  readonly running: (running: RunningFacts, numbers: Safeguards) => readonly string[];
  readonly open: readonly string[];
  readonly signed: readonly string[];
}

export const AGREEMENT_PARTS = [
  'purpose',
  'mode',
  'data',
  'views',
  'safeguards',
  'retention',
  'rights',
  'settings',
  'changes',
  'limits',
  'open',
  'signed',
] as const;
export type AgreementPart = (typeof AGREEMENT_PARTS)[number];

/** Numbers that the safeguards are made of, as the code holds them. */
export interface Safeguards {
  readonly floor: number;
  readonly firstLookHours: number;
  readonly eyesHours: number;
}
