/** Refusals of what is brought in from sources beyond git: part of the table in `refusals.ts`. */
export const SOURCE_REFUSALS = {
  'file-unfit': {
    sentence: '{file} is not what it was given as: {reason}.',
    remedy: 'Let it be recognised by itself, or export it again; `understudy import --help` lists what is taken.',
  },
  'sheet-unreadable': {
    sentence: 'No row of {file} can be read; {row}: {why}.',
    remedy: 'Compare it with the templates: `understudy import --templates FOLDER` writes one of each with an example row.',
  },
} as const;
