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
  'erasure-unknown': {
    sentence: 'There is no open request of that name that you could confirm.',
    remedy: 'GET /api/erasures lists them; one’s own is confirmed by somebody else.',
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
