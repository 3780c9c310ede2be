/** What an entry of a calendar is to us. */
export type EventSort = 'away' | 'elsewhere' | 'focus' | 'planning' | 'session' | 'on-shift' | 'meeting';

/** What an import may say that all entries of a calendar are. */
export const SAID_SORTS: Readonly<Record<string, EventSort>> = {
  absences: 'away',
  focus: 'focus',
  planning: 'planning',
  sessions: 'session',
  rota: 'on-shift',
  meetings: 'meeting',
};

/**
 * Words of titles and categories, by language: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish/Danish/Norwegian,
 * Japanese. The first sort that has one of the words counts, in this order. Reasons are not told apart: all of them are `away`.
 */
const WORDS: readonly (readonly [EventSort, readonly string[]])[] = [
  [
    'on-shift',
    [
      'on call|on-call|oncall|pager duty|pager|rota',
      'bereitschaft|rufbereitschaft|bereitschaftsdienst|pikett',
      'astreinte|d’astreinte',
      'guardia',
      'reperibilità|reperibilita',
      'sobreaviso|plantão',
      'piket|piketdienst',
      'dyżur',
      'beredskap|jourtjänst|vagt|vakt',
      'オンコール|当番',
    ],
  ],
  [
    'elsewhere',
    [
      'conference|business trip|travelling|traveling|offsite|away day|jury duty|training course',
      'dienstreise|konferenz|fortbildung|weiterbildung',
      'déplacement|conférence|formation',
      'viaje de trabajo|conferencia',
      'trasferta|conferenza',
      'viagem de trabalho',
      'dienstreis|conferentie',
      'delegacja',
      'tjänsteresa|tjenesterejse|tjenestereise',
      '出張',
    ],
  ],
  [
    'away',
    [
      'vacation|vacations|holiday|holidays|annual leave|on leave|pto|paid time off|time off|day off|off work|out of office|out-of-office|out of the office|ooo|oof|away|sick|sick day|sick leave|parental leave|maternity leave|paternity leave|sabbatical|leave of absence|absent|absence',
      'urlaub|jahresurlaub|resturlaub|sonderurlaub|bildungsurlaub|ferien|abwesend|abwesenheit|krank|krankgeschrieben|elternzeit|mutterschutz|gleittag|überstundenabbau|zeitausgleich|freier tag',
      'vacances|congé|congés|absent|absente|absence|maladie|rtt',
      'vacaciones|ausente|ausencia|de baja',
      'ferie|assente|assenza|malattia|congedo',
      'férias|ausente|ausência|folga',
      'vakantie|verlof|afwezig|ziek',
      'urlop|nieobecny|nieobecna|nieobecność|zwolnienie',
      'semester|ferie|frånvarande|fravær|fraværende|sjuk|syg|syk|barsel',
      '休暇|有給|不在|お休み',
    ],
  ],
  [
    'focus',
    [
      'focus|focus time|deep work|no meetings|do not disturb|heads down|heads-down|maker time',
      'fokus|fokuszeit|konzentration|konzentrationszeit|ungestört',
      'concentration',
      'concentración',
      'concentrazione',
      'foco|concentração',
      'focustijd|concentratie',
      'skupienie',
      'fokustid',
      '集中',
    ],
  ],
  [
    'planning',
    [
      'planning|roadmap|backlog|refinement|grooming|okr|okrs',
      'planung|quartalsplanung|jahresplanung|sprintplanung|fahrplan',
      'planification|feuille de route',
      'planificación',
      'pianificazione',
      'planejamento|planeamento',
      'planningsoverleg',
      'planowanie',
      'planering|planlægning|planlegging',
      '計画',
    ],
  ],
  [
    'session',
    [
      'handover|hand-over|knowledge transfer|transfer|pairing|pair programming|mob programming|mentoring|office hours|office-hours|drill|game day|wheel of misfortune|shadowing|shadow|brown bag|lunch and learn|walkthrough|onboarding',
      'übergabe|wissenstransfer|einarbeitung|sprechstunde|mentoring',
      'passation|transfert de connaissances|binôme',
      'traspaso|transferencia de conocimiento',
      'passaggio di consegne|affiancamento',
      'passagem de conhecimento',
      'kennisoverdracht|overdracht',
      'przekazanie wiedzy',
      'överlämning|overlevering|kunskapsöverföring',
      '引き継ぎ|引継ぎ',
    ],
  ],
];

const PATTERNS = WORDS.map(([sort, languages]) => {
  const words = languages.flatMap((words) => words.split('|'));
  // Japanese puts no space between words.
  const [spaced, joined] = [
    words.filter((word) => /^[\p{sc=Latin} ’-]+$/u.test(word)),
    words.filter((word) => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(word)),
  ];
  const longest = spaced.toSorted((a, b) => b.length - a.length);
  return [sort, new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?![\\p{L}\\p{N}])|${joined.join('|')}`, 'iu')] as const;
});

/** The sort that a text names, and the text without that word. */
export function sortIn(text: string): { readonly sort: EventSort; readonly rest: string } | undefined {
  const normal = text.normalize('NFC');
  for (const [sort, pattern] of PATTERNS) if (pattern.test(normal)) return { sort, rest: normal.replace(pattern, ' ') };
  return undefined;
}

const FROM_ELSEWHERE =
  /(?<![\p{L}\p{N}])(?:wfh|work(?:ing|s)? (?:from home|remotely)|home[ -]?office|mobile[sn]? arbeite?n?|télétravail|teletrabajo|thuiswerk(?:en)?)(?![\p{L}\p{N}])/iu;

/** Whether a text says that somebody works, but from another place. */
export function worksElsewhere(text: string): boolean {
  return FROM_ELSEWHERE.test(text.normalize('NFC'));
}
