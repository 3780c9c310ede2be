import type { Answer } from '#core/terms/answer.ts';
import type { Overview } from '#core/terms/overview.ts';

/** An invented first-page answer that holds one of everything printers must cope with, hostile names included. */
export const SAMPLE: Answer<Overview> = {
  schema: 'understudy/overview/1',
  question: 'Where would work stop if one person were away for two weeks?',
  value: {
    title: 'payments-api',
    commits: 14212,
    people: 17,
    bots: 3,
    agents: 1,
    judged: ['change', 'part of explain'],
    northStar: { value: 0.61, low: 0.52, high: 0.7, level: 0.9 },
    days: 14,
    verdicts: { stops: 2, degrades: 1, moves: 2, 'not judged': 1 },
    nextStep: {
      area: 'billing',
      sentence: 'let a second person lead the next change in billing/ with review by its carrier',
      command: 'understudy who billing/',
    },
  },
  reading: 'If any one person were away for two weeks, 61 % (52–70) of the expected work would still be carried.',
  columns: [
    { key: 'verdict', label: 'Verdict', kind: 'text', meaning: 'What happens to the expected work.' },
    { key: 'area', label: 'Area', kind: 'text', meaning: 'A part of the system.' },
    { key: 'carriers', label: 'Carried by', kind: 'text', meaning: 'People above the threshold.' },
    { key: 'carried', label: 'Carried', kind: 'estimate', unit: 'share', meaning: 'Share still carried.' },
    { key: 'expected', label: 'Changes', kind: 'estimate', unit: 'amount', meaning: 'Changes expected.' },
    { key: 'atLeastOne', label: 'At least one', kind: 'probability', meaning: 'Probability of a change.' },
    { key: 'commits', label: 'Commits', kind: 'count', meaning: 'Commits behind it.', detail: true },
  ],
  rows: [
    row({
      verdict: 'stops',
      area: 'billing/',
      carriers: 'one carrier',
      carried: 0.04,
      expected: 4.2,
      atLeastOne: 0.98,
      commits: 1212,
      outlook: '4.2 changes expected, 98 % at least one',
    }),
    row({
      verdict: 'stops',
      area: "=cmd|' /C calc'!A0",
      carriers: 'one carrier',
      carried: 0.1,
      expected: 0.4,
      atLeastOne: 0.33,
      commits: 88,
      outlook: '0.4 changes expected',
    }),
    row({
      verdict: 'degrades',
      area: 'ledger/\u001b[2Jclose|<img src=x onerror=alert(1)>',
      carriers: 'two, second thin',
      carried: 0.44,
      expected: 1.1,
      atLeastOne: 0.67,
      commits: 301,
      outlook: '1.1 changes expected',
    }),
    row({
      verdict: 'moves',
      area: 'ui/',
      carriers: 'four carriers',
      carried: 0.93,
      expected: 12.6,
      atLeastOne: 1,
      commits: 4020,
      outlook: '',
    }),
    row({
      verdict: 'moves',
      area: 'docs/',
      carriers: 'three carriers',
      carried: 0.88,
      expected: 2,
      atLeastOne: 0.86,
      commits: 310,
      outlook: '',
    }),
    {
      area: 'tools/',
      verdict: 'not judged',
      carriers: 'too little evidence',
      carried: null,
      expected: null,
      atLeastOne: null,
      commits: 3,
      outlook: '3 commits',
      because: 'area:tools/',
    },
  ],
  because: [
    {
      id: 'area:billing/',
      claim: 'In billing/ one person knows 91 % of what changes.',
      formula: 'cover = 1 − Π(1 − knows × present), over everybody not away',
      inputs: [
        { name: 'commits', value: 1212 },
        { name: 'expected changes', value: 4.2, unit: 'per 14 days' },
      ],
      evidence: [
        {
          kind: 'commit',
          ref: '0123456789abcdef0123456789abcdef01234567',
          repository: 'payments-api',
          at: 1763683200,
          note: 'latest change',
        },
      ],
      wouldChange: ['A second person who leads three changes here.'],
      confidence: '90 % interval from 1,212 commits',
      method: 'cover/1',
    },
  ],
  method: { name: 'closed form', version: '1', settings: { days: 14 } },
  asOf: { at: '2026-11-21T00:00:00.000Z', heads: [{ repository: 'payments-api', head: '0123456789abcdef0123456789abcdef01234567' }] },
  leftOut: [
    { what: 'mass changes', count: 2, unit: 'commits', why: 'They touch far more files than this repository’s usual change.' },
    { what: 'generated files', count: 311, unit: 'files', why: 'Nobody writes them by hand.' },
  ],
  notJudged: [{ facet: 'operate', what: 'who is paged', why: 'Git does not record incidents.', remedy: 'Connect an incident source.' }],
};

interface Told {
  readonly verdict: string;
  readonly area: string;
  readonly carriers: string;
  readonly carried: number;
  readonly expected: number;
  readonly atLeastOne: number;
  readonly commits: number;
  readonly outlook: string;
}

function row(told: Told) {
  return { ...told, carried: band(told.carried), expected: band(told.expected), because: `area:${told.area}` };
}

function band(value: number) {
  const round = (x: number): number => Number(x.toFixed(3));
  return { value, low: round(value * 0.8), high: round(value > 1 ? value * 1.1 : Math.min(1, value * 1.05)), level: 0.9 };
}
