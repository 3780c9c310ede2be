import type { AgreementWords } from './agreement-words.ts';
import { NOT_MADE_FOR, PURPOSE } from '#core/terms/purpose.ts';
import { TOPICS, ROLES } from '#core/policy/roles.ts';
import { RETENTION_TERMS } from '#core/retention/retention-terms.ts';

const { member, steward, facilitator, lead, sponsor, administrator, council, agent } = ROLES;
const { events, messages, evidence, leavers, log } = RETENTION_TERMS;

export const ENGLISH: AgreementWords = {
  title: 'Agreement on the use of Understudy (draft)',
  made: ({ version, date, repositories }) =>
    `Written by Understudy ${version} on ${date} from the configuration that runs here, for ${repositories.join(', ')}. A draft to negotiate, no legal advice. Print it again after every change; what differs is what has changed.`,
  headings: {
    purpose: 'Purpose',
    mode: 'Mode',
    data: 'Data',
    views: 'Who sees what',
    safeguards: 'Safeguards',
    retention: 'How long data is kept',
    rights: 'Rights of those who are affected',
    settings: 'Numbers behind the verdicts',
    changes: 'Changes',
    limits: 'What no setting can do',
    open: 'Still to be agreed on',
    signed: 'Signatures',
  },
  purpose: `Understudy is used for one purpose: ${PURPOSE}. Results may not be used:`,
  notFor: NOT_MADE_FOR,
  law: [
    'In Germany a works council has a say in any system that is suited to watch how people behave or perform, whatever it is meant for (Betriebsverfassungsgesetz, section 87, paragraph 1, number 6).',
    'The General Data Protection Regulation applies to histories as well: a data protection impact assessment (article 35) is recommended; this document holds what it needs to describe.',
    'No figure is made by a learning system that decides about people; formulas and their sources stand in docs/methods.md.',
  ],
  modes: {
    solo: 'solo: one person on their own machine, who sees names. This is no mode for a team.',
    team: 'team: areas and paths with people as roles; everybody sees themselves in full and nobody else.',
    council: 'council: areas only, and oneself. No paths, no commits, no names.',
  },
  proposal:
    'Solo mode runs here and shows one person everything. The table shows what council mode would allow; set `privacy: { mode: council }` before anybody else looks.',
  dataColumns: ['What', 'From where', 'What becomes of it'],
  data: [
    ['Commits: author, reviewers and co-authors as named in them, time, paths', 'git', 'kept in the data folder; basis of every figure'],
    ['Names and e-mail addresses on commits', 'git', 'kept; joined where they are one person; leave the program in solo mode only'],
    ['Messages of commits', 'git', 'read for trailers; first lines looked up when somebody opens a figure, in solo mode only; not kept'],
    ['CODEOWNERS, .mailmap, package manifests, understudy.yaml', 'git', 'read to cut areas'],
    [
      'Probabilities of knowing, expected work, cover, verdicts',
      'computed',
      'computed anew from the above; answers may be kept in the data folder',
    ],
  ],
  notRead: 'Not read: contents of files, chat, mail, calendars, hours of work, keyboard or screen. Nothing is sent anywhere.',
  matter: 'What it is about',
  roles: {
    member: member.label,
    steward: steward.label,
    facilitator: facilitator.label,
    lead: lead.label,
    sponsor: sponsor.label,
    administrator: administrator.label,
    council: council.label,
    agent: agent.label,
  },
  topics: TOPICS,
  sights: { nothing: '–', sums: 'sums', words: 'words', roles: 'figures, people as roles', everything: 'in full' },
  questions: (open, closed) =>
    `Questions that are answered: ${open.join(', ')}. Questions that nobody is answered in this mode: ${closed.join(', ')}. A question that is added later is answered to nobody until it is decided about.`,
  safeguards: ({ floor, firstLookHours, eyesHours }) => [
    `No figure over a group is told when it, or its difference to anything told before, would speak of fewer than ${floor} people.`,
    'No question, order, export or interface puts people in order or compares them; the tests of the program fail where one would.',
    `A finding in which one person can be recognised is seen by that person alone for ${firstLookHours} hours; their note stays with it.`,
    `Names of those who carry an area open in council mode only, for a written reason, to one person and for ${eyesHours} hours at most, and only once somebody of the council agrees who neither asks nor is concerned; one no closes them at any time. Each reading is on record before a name leaves, and whoever is concerned sees it.`,
    'Whoever is concerned sees who looked, when and at what. The council sees the whole log.',
  ],
  retentionColumns: ['What', 'Days at most', 'Afterwards'],
  retention: {
    events: [events.what, events.afterwards],
    messages: [messages.what, messages.afterwards],
    evidence: [evidence.what, evidence.afterwards],
    leavers: [leavers.what, leavers.afterwards],
    log: [log.what, log.afterwards],
  },
  retentionNote:
    'Git itself keeps its history; these terms bind what Understudy makes of it. What was stored of a history stays as long as its source. Copies of the database hold what was there when they were made.',
  rights: [
    'See everything about oneself, and who looked.',
    'Annotate a finding; have a wrong identity corrected.',
    'Decline a transfer or session without giving a reason.',
    'Take one’s own data along, and have it erased.',
    'Complain to the council or to the supervisory authority.',
  ],
  settings: 'They are the same for everybody and are changed only as agreed on:',
  changes: [
    'A change of mode, role table, retention, sources or these numbers needs the consent of both sides before it takes effect.',
    'A new version is described to the council first; this document, printed before and after, shows the difference.',
    'Either side may end the use; the data folder is then deleted.',
  ],
  limits: [
    'Where few people work, “one carrier” of an area points at somebody.',
    'Whoever can read the repository can read names there.',
    'A mode in a file binds those who agreed on it; only a server that holds the history for everybody can enforce it.',
  ],
  withoutServer:
    'Accounts, access log, first look and terms of retention need a server that holds the history for everybody; as long as none runs here, the program refuses by mode, and people keep the rest of sections 5 and 6 themselves.',
  running: ({ sources, retention, roles, signIn }, { firstLookHours }) => [
    'A server holds the history for everybody. It refuses by mode before anything is computed, and keeps who looked before an answer that speaks of somebody leaves.',
    `A finding in which one person can be recognised is held back from others for ${firstLookHours} hours from the scan that found it.`,
    `Once a day: acts older than ${retention.evidence} days are counted as left out and used for no answer but in solo mode; people whose account ended ${retention.leavers} days ago become pseudonyms in what is stored; records of who looked end after ${retention.log} days.`,
    'It reads no events of other systems and no messages, so that nothing of these is kept.',
    `Sources read: ${tallied(sources)}.`,
    `Roles held: ${tallied(roles)}.`,
    `Ways to come in: ${signIn.join(', ')}.`,
  ],
  open: [
    'Who is administrator, and who is the second one',
    'Whether names may ever be opened, and who sits on the council’s side then',
    'Which repositories and areas are included, and from when',
    'Shorter terms than those above',
    'When the agreement is looked at again',
  ],
  signed: ['For the employer, place and date', 'For the works council, place and date'],
};

function tallied(counts: Readonly<Record<string, number>>): string {
  const said = Object.entries(counts).map(([what, count]) => `${count} × ${what}`);
  return said.length === 0 ? 'none yet' : said.join(', ');
}
