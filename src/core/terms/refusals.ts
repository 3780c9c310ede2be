import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import { PRIVACY_REFUSALS } from './privacy-refusals.ts';
import { Refusal } from './refusal.ts';
import { SOURCE_REFUSALS } from './source-refusals.ts';
import { TEAM_REFUSALS } from './team-refusals.ts';

/** One problem that the caller can fix. `{name}` in the texts is filled by whoever refuses. */
export interface RefusalRecord {
  readonly sentence: string;
  readonly remedy: string;
}

/** Every refusal there is, by its stable code. docs/refusals.md is generated from here. */
export const REFUSALS = {
  'git-missing': {
    sentence: 'git was not found on this machine.',
    remedy: 'Install git 2.39 or newer (https://git-scm.com/downloads) and make sure that `git --version` works in this terminal.',
  },
  'git-too-old': {
    sentence: 'git {version} is too old to read histories safely; 2.39 or newer is needed.',
    remedy: 'Update git (https://git-scm.com/downloads), then run the same command again.',
  },
  'path-unreadable': {
    sentence: '{path} cannot be read: {reason}.',
    remedy: 'Check the spelling and the permissions of the path, then run the same command again.',
  },
  'not-a-repository': {
    sentence: '{path} is not inside a git repository.',
    remedy: 'Give the path of a clone, or change into one first: `git clone URL folder && cd folder`.',
  },
  'repository-unreadable': {
    sentence: 'git cannot open the repository at {path}: {reason}.',
    remedy: 'Run `git -C {path} status` to see what git says, repair what it names, then run the same command again.',
  },
  'repository-format': {
    sentence: 'The repository at {path} uses a format that this git does not know: {reason}.',
    remedy: 'Update git to the newest release (https://git-scm.com/downloads), then run the same command again.',
  },
  'no-commits': {
    sentence: 'The repository at {path} has no commits yet, so there is nothing to judge.',
    remedy: 'Commit something, or check out the branch that holds the history: `git -C {path} switch BRANCH`.',
  },
  'shallow-clone': {
    sentence: 'The clone at {path} is shallow: most of its history is missing, and every figure would be wrong.',
    remedy: 'Fetch the rest: `git -C {path} fetch --unshallow`.',
  },
  'missing-objects': {
    sentence: 'The clone at {path} is partial: objects that the history needs are not on this machine ({object}).',
    remedy: 'Fetch them once: `git -C {path} fetch --refetch --no-filter`. Understudy never fetches by itself.',
  },
  'corrupt-object': {
    sentence: 'The repository at {path} is damaged: {reason}.',
    remedy: 'Run `git -C {path} fsck --full` to see what is damaged; a fresh clone usually repairs it.',
  },
  'too-large': {
    sentence: 'The repository at {path} holds millions of paths, more than can be judged; some are made to exhaust whoever reads them.',
    remedy: 'Check where it comes from: `git -C {path} ls-tree -r HEAD | head`. If it is real, please report it with its size.',
  },
  'unknown-commit': {
    sentence: '`{at}` names no commit in the history of {path}.',
    remedy: 'Give a commit hash, a tag, a branch, or a date such as 2025-06-30.',
  },
  'unknown-revision': {
    sentence: '`{name}` is neither a commit, tag or branch of {path} nor a file.',
    remedy: 'Give a range such as main..topic, a commit, or a patch: `git diff | understudy review -`.',
  },
  'unrelated-revisions': {
    sentence: 'The two ends of this range have no commit in common in {path}.',
    remedy: 'Give two ends of one history, such as main..topic.',
  },
  'empty-change': {
    sentence: '{change} changes no file, so there is nothing to review.',
    remedy: 'Name a range that changes something, such as main..topic: what the second adds to the first.',
  },
  'nothing-to-review': {
    sentence: 'The branch at {path} adds nothing to its main line, and nothing is uncommitted.',
    remedy: 'Name a range (`understudy review main..topic`), a commit, or a patch.',
  },
  'change-too-large': {
    sentence: '{change} touches more than {most} files.',
    remedy: 'Ask about a part of it: a smaller range, or a patch of the folders that matter.',
  },
  'patch-unreadable': {
    sentence: '{path} cannot be read as a patch: {problem}.',
    remedy: 'Give a unified diff: `git diff main...topic | understudy review -`, or a file written by `git format-patch`.',
  },
  'before-history': {
    sentence: 'The history of {path} begins on {first}; there is nothing at {at}.',
    remedy: 'Ask for a date on or after {first}.',
  },
  'disk-full': {
    sentence: 'There is no room left where {path} is kept.',
    remedy:
      'Free some space, or use another folder: set UNDERSTUDY_DATA (TMPDIR for temporary files). Nothing was lost; run the same command again.',
  },
  'data-folder': {
    sentence: 'The data folder {path} cannot be used: {reason}.',
    remedy: 'Check its permissions, or use another folder: set UNDERSTUDY_DATA (TMPDIR for temporary files).',
  },
  'data-inside-repository': {
    sentence: 'The data folder {path} lies inside the repository {repository}, and Understudy writes nothing there.',
    remedy: 'Set UNDERSTUDY_DATA to a folder outside of the repository.',
  },
  'unknown-person': {
    sentence: 'Nobody in this history answers to "{name}".{hint}',
    remedy: 'List who is known: `understudy identities`.',
  },
  'ambiguous-person': {
    sentence: '{count} people answer to "{name}".',
    remedy: 'Give an e-mail address instead: `understudy identities` lists them.',
  },
  'self-unknown': {
    sentence: 'It is not known which person of this history you are.',
    remedy: 'Claim the addresses that you commit with, under Settings; on your own machine git says it: `git config user.email`.',
  },
  'not-a-person': {
    sentence: '"{name}" is {kind}, not a person.',
    remedy: 'Name a person, or correct `people:` in understudy.yaml if this is one.',
  },
  'unknown-area': {
    sentence: 'There is no area "{name}".{hint}',
    remedy: 'List the areas: `understudy areas`.',
  },
  'unknown-path': {
    sentence: 'No file or folder of this history is called "{path}".{hint}',
    remedy: 'Give a path from the top of the repository, as git shows it.',
  },
  'ambiguous-path': {
    sentence: '"{path}" stands in {count} of the repositories.',
    remedy: 'Say which: `{example}`, or read one repository only: `--repo PATH`.',
  },
  'unknown-verb': {
    sentence: 'There is no verb "{verb}".{hint}',
    remedy: 'List the verbs: `understudy --help`.',
  },
  'unknown-option': {
    sentence: '{problem}',
    remedy: 'List the options with examples: `understudy {verb} --help`.',
  },
  'unknown-model': {
    sentence: 'There is no knowledge model "{name}".{hint}',
    remedy: 'Choose one of {known}.',
  },
  'colour-not-told': {
    sentence: 'The map is not coloured by {colour} for you.',
    remedy: 'Choose one of {known}.',
  },
  'bad-date': {
    sentence: '"{text}" is not a date.',
    remedy: 'Write dates as 2026-12-24.',
  },
  'dates-reversed': {
    sentence: 'The absence would end on {to}, before it begins on {from}.',
    remedy: 'Swap them: `--from {to} --to {from}`.',
  },
  'bad-number': {
    sentence: '{name} is "{text}"; it must be {range}.',
    remedy: 'Give {range}.',
  },
  'bad-combination': {
    sentence: '{one} and {other} contradict each other.',
    remedy: 'Leave one of them out.',
  },
  'nobody-away': {
    sentence: 'Nobody was named, so nobody would be away.',
    remedy: 'Say who: `understudy away --me`, or `understudy away --who NAME` (repeat it for several people).',
  },
  'no-identity': {
    sentence: 'git does not know who you are, so --me has nobody to look for.',
    remedy: 'Run `git config user.email YOU@EXAMPLE.ORG`, or say `--who NAME`.',
  },
  configuration: {
    sentence: '{place}{line}: {problem}.',
    remedy: '{remedy}',
  },
  'configuration-missing': {
    sentence: 'There is no configuration at {path}.',
    remedy: 'Check the spelling, or write one that fits this repository: `understudy init`.',
  },
  'configuration-exists': {
    sentence: '{path} exists already and was left as it is.',
    remedy: 'Edit it by hand, write elsewhere with `--output PATH`, or replace it with `--force`.',
  },
  'nothing-to-check': {
    sentence: 'No threshold is set, so nothing would be checked; a check of nothing must not look like a good one.',
    remedy:
      'Write thresholds that hold today: `understudy init`. Or compare with a baseline: `understudy check --write-baseline`, then `--ratchet`.',
  },
  'baseline-missing': {
    sentence: 'There is no baseline at {path}.',
    remedy: 'Write one that holds today: `understudy check --write-baseline`.',
  },
  'baseline-unreadable': {
    sentence: '{path} is not a baseline of Understudy: {problem}.',
    remedy: 'Write a fresh one: `understudy check --write-baseline`.',
  },
  'cannot-write': {
    sentence: '{path} cannot be written: {reason}.',
    remedy: 'Choose another place: `--output PATH`.',
  },
  'unknown-suite': {
    sentence: 'There is no suite "{name}".{hint}',
    remedy: 'Choose among {known}.',
  },
  'data-columns': {
    sentence: '{path} is no data for {suites}: it has no column {missing}.',
    remedy: 'Give a comma-separated file whose first line names the columns {needed}.',
  },
  'not-yours-to-see': {
    sentence: 'In {mode} mode this is not answered: it is about {about}.',
    remedy: 'Ask about areas (`understudy areas`) or about yourself (`understudy away --me`); docs/guide/privacy.md says who sees what.',
  },
  ...TEAM_REFUSALS,
  ...ACCOUNT_REFUSALS,
  ...PRIVACY_REFUSALS,
  ...SOURCE_REFUSALS,
  'no-port': {
    sentence: 'No free port was found for the page near {port}.',
    remedy: 'Choose one: `PORT=5000 understudy open`, or leave the page out: `--no-serve`.',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;

export type RefusalCode = keyof typeof REFUSALS;

/** The refusal with its texts filled. Values are shown as given: doors make them harmless when they print. */
export function refusal(code: RefusalCode, values: Readonly<Record<string, string>>): Refusal {
  const record = REFUSALS[code];
  return new Refusal(
    code,
    filled(record.sentence, values),
    filled(record.remedy, values).replace('understudy  --help', 'understudy --help'),
  );
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `{${name}}`);
}
