/** What the product is for and what it is not made for: said in NOTICE, in the help, on every page and in the works agreement. */
export const PURPOSE = 'that work goes on when somebody is away';

export const NOT_MADE_FOR = [
  'for judging or comparing people',
  'for decisions on pay, promotion, discipline or dismissal',
  'for handing out tasks by traits of a person',
] as const;

/** Both in one sentence, for places with little room. */
export const PURPOSE_SENTENCE = `Made so ${PURPOSE}; not ${NOT_MADE_FOR.join(', not ')}.`;
