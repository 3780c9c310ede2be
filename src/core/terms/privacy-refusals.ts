/** Refusals of privacy in a team's server: part of the table in `refusals.ts`. */
export const PRIVACY_REFUSALS = {
  'solo-not-here': {
    sentence: 'Solo mode shows names, and here it may not: {reason}.',
    remedy: 'Choose team or council; solo is for one person on their own machine.',
  },
  'first-look': {
    sentence: 'A finding about this is shown from {date} on; whom it concerns looks first.',
    remedy: 'Ask again then, or ask about another area of one source by itself.',
  },
  'finding-unknown': {
    sentence: 'There is no finding of that name that concerns you.',
    remedy: 'GET /api/me/findings lists yours.',
  },
  'signal-not-known': {
    sentence: 'There is no signal {signal}.{hint}',
    remedy: '`understudy signals --all --csv` lists them with their names.',
  },
  'signal-place': {
    sentence: 'No area or team is called "{place}" there.{hint}',
    remedy: '`understudy signals --all --csv` lists every place that was looked at; `whole` is all of it together.',
  },
  'signal-unknown': {
    sentence: 'There is no raised signal {signal} of which you may say anything.',
    remedy: 'Whom a signal concerns may, and who leads where it is about, once it is theirs to see: GET /api/signals lists them.',
  },
  'signal-word-empty': {
    sentence: 'A word about a signal says why, or where something was done.',
    remedy: 'Send `text`, or the address of what was done as `link`.',
  },
  'erasure-unknown': {
    sentence: 'There is no open request of that name that you could confirm.',
    remedy: 'GET /api/erasures lists them; one’s own is confirmed by somebody else.',
  },
  'opening-not-here': {
    sentence: 'Names open in council mode only, and {mode} mode holds here.',
    remedy: 'In solo mode nothing is closed; in team mode nothing can be opened: ask whom it concerns.',
  },
  'opening-unknown': {
    sentence: 'There is no request for names of that name that is yours to see.',
    remedy: 'GET /api/me/openings lists yours; the council lists all with GET /api/openings.',
  },
  'opening-of-nobody': {
    sentence: 'Nobody carries {areas} now, so there is no name to open.',
    remedy: 'Ask about areas that somebody carries; `understudy areas` lists them.',
  },
  'opening-own': {
    sentence: 'Whoever asked for names, or would be named, does not decide on it.',
    remedy: 'Somebody else of the council decides.',
  },
  'opening-decided': {
    sentence: 'This request for names is {state}, so nothing can be said to it or read by it any more.',
    remedy: 'Ask anew, with the reason that there is now.',
  },
  'opening-waiting': {
    sentence: 'Nobody of the council has agreed yet that these names be opened.',
    remedy: 'Ask somebody of the council to decide; after three days the request lapses.',
  },
  'reason-short': {
    sentence: 'This needs a reason of at least {least} characters, and it is kept for everybody whom it concerns.',
    remedy: 'Say in a sentence why.',
  },
  'retention-longer': {
    sentence: '{what} may be kept for {most} days at most, not for {days}.',
    remedy: 'Choose fewer days; the terms stand in docs/guide/privacy.md and in the works agreement.',
  },
} as const;
