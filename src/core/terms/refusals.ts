import { Refusal } from './refusal.ts';

/**
 * Every problem that the caller can fix: its stable code, when it happens, the usual remedy.
 * docs/refusals.md is generated from here. `{x}` stands for what the refusal fills in.
 */
export const REFUSALS = {
  'not-a-repository': { when: 'The given folder is not inside a git repository.', remedy: 'Run it inside a clone, or name one: understudy areas --repo PATH' },
  'no-commits': { when: 'The repository has no commit yet.', remedy: 'Commit something first; there is nothing to judge before that.' },
  'shallow-clone': { when: 'The clone is shallow: most of its history is missing, so every figure would be wrong.', remedy: 'git fetch --unshallow   (in CI: fetch-depth: 0)' },
  'unreadable-path': { when: 'A folder or file may not be read.', remedy: 'Give this user read access to it, or name another repository.' },
  'corrupt-object': { when: 'git reports a missing or damaged object in the history.', remedy: 'git fsck --full   shows what is damaged; a fresh clone usually mends it.' },
  'git-missing': { when: 'The command git was not found.', remedy: 'Install git 2.39 or newer and run the same command again.' },
  'git-too-old': { when: 'git is older than 2.39.', remedy: 'Install git 2.39 or newer and run the same command again.' },
  'disk-full': { when: 'There is no room left to write.', remedy: 'Free some space, or choose another data folder: --data-folder PATH' },
  'data-folder': { when: 'The data folder cannot be written.', remedy: 'Give this user write access to it, or choose another: --data-folder PATH' },
  'scan-running': { when: 'Another scan of the same repository is still running.', remedy: 'Wait for it to end, then run the same command again.' },
  'unknown-commit': { when: 'The given commit, tag or branch is not in the repository.', remedy: 'git log --oneline   lists commits; a date (2026-03-31) works too.' },
  'unknown-person': { when: 'Nobody in the history answers to the given name or e-mail.', remedy: 'understudy identities   lists who is known.' },
  'ambiguous-person': { when: 'Several people answer to the given name.', remedy: 'Give the e-mail address instead.' },
  'not-a-person': { when: 'The given name belongs to a bot or an agent; only people can be away.', remedy: 'Name a person, or correct the pattern under people: in understudy.yaml' },
  'unknown-area': { when: 'No area has the given name.', remedy: 'understudy areas   lists them.' },
  'unknown-path': { when: 'No file or folder of the history has the given path.', remedy: 'Paths start at the top of the repository, as git shows them.' },
  'unknown-verb': { when: 'The command has no such verb.', remedy: 'understudy --help   lists the verbs.' },
  'unknown-option': { when: 'The verb has no such option.', remedy: 'understudy VERB --help   lists its options.' },
  'unknown-model': { when: 'There is no knowledge model of the given name.', remedy: 'Models: calibrated, doa, doe, jetbrains, chaoss.' },
  'missing-argument': { when: 'The verb needs something that was not given.', remedy: 'understudy VERB --help   shows examples.' },
  'bad-date': { when: 'A date could not be read.', remedy: 'Write it as 2026-12-24.' },
  'dates-reversed': { when: 'The last day lies before the first.', remedy: 'Swap --from and --to.' },
  'bad-number': { when: 'A number could not be read or lies outside its range.', remedy: 'understudy VERB --help   shows the range.' },
  'bad-combination': { when: 'Two options contradict each other.', remedy: 'Leave one of them out.' },
  'nobody-away': { when: 'No person was named.', remedy: 'Say who: --who NAME (repeatable), or --me for yourself.' },
  'no-identity': { when: 'git does not know who you are.', remedy: 'git config user.email YOU@EXAMPLE.ORG, or say --who NAME' },
  'configuration': { when: 'understudy.yaml holds something that is not understood.', remedy: 'Correct the named line; docs/guide/configuration.md lists every key.' },
  'configuration-exists': { when: 'init would overwrite an existing configuration.', remedy: 'Edit it, or write elsewhere: understudy init --output PATH' },
  'baseline': { when: 'The baseline file is missing or was not written by check.', remedy: 'understudy check --write-baseline   writes a fresh one.' },
  'cannot-write': { when: 'The output file cannot be written.', remedy: 'Choose another place: --output PATH' },
  'port': { when: 'No free port was found for the page.', remedy: 'Choose one: PORT=5000 understudy open, or leave the page out: --no-serve' },
} as const satisfies Readonly<Record<string, { readonly when: string; readonly remedy: string }>>;

export type RefusalCode = keyof typeof REFUSALS;

/** Refuses with a code of the table; `remedy` replaces the usual one where the case allows a sharper word. */
export function refuse(code: RefusalCode, sentence: string, remedy?: string): Refusal {
  return new Refusal(code, sentence, remedy ?? REFUSALS[code].remedy);
}
