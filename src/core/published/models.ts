/** One way to weigh who carries a file. */
export interface KnowledgeModel {
  readonly name: 'calibrated' | 'doa' | 'doe' | 'jetbrains' | 'chaoss';
  /** The question its factor answers. */
  readonly question: string;
  /** What its factor counts. */
  readonly reading: string;
  readonly source: string;
  /** `clean`: core/evidence; `published`: the history as the published tool saw it (core/published). */
  readonly evidence: 'clean' | 'published';
  /** Does it give an interval? */
  readonly interval: boolean;
}

/** The models that `factor --model` offers; the first is the product's own, the others are there to compare. */
export const MODELS: readonly KnowledgeModel[] = [
  {
    name: 'calibrated',
    question: 'How few absences leave less than half of the expected work carried?',
    reading: 'fewest people whose absence leaves less than half of the expected work with somebody who knows it',
    source: 'Understudy; knowledge fitted on the public self-ratings of Avelino et al., IEEE Software 2018',
    evidence: 'clean',
    interval: true,
  },
  {
    name: 'doa',
    question: 'How few of the main authors can leave before more than half of the source files have no author?',
    reading: 'main authors removed, most files first, until less than half of the source files have an author',
    source: 'Avelino, Passos, Hora, Valente: A Novel Approach for Estimating Truck Factors, ICPC 2016',
    evidence: 'published',
    interval: true,
  },
  {
    name: 'doe',
    question: 'The same with those who know a file best by lines, recency and size.',
    reading: 'people who know most files by that measure removed until less than half of the source files have one',
    source: 'Cury, Avelino, Santos Neto, Britto, Valente, arXiv 2208.07501, 2022 (degree of knowing from lines, recency, size)',
    evidence: 'clean',
    interval: true,
  },
  {
    name: 'jetbrains',
    question: 'The same with authorship of the last 547 days, reviews included.',
    reading: 'recent authors removed until less than half of the source files have one',
    source: 'Jabrayilzade, Evtikhiev, Tüzün, Kovalenko, ICSE-SEIP 2022, and the tool of JetBrains Research',
    evidence: 'clean',
    interval: true,
  },
  {
    name: 'chaoss',
    question: 'How few people made half of the contributions?',
    reading: 'fewest people who together made half of the commits',
    source: 'CHAOSS project: Contributor Absence Factor',
    evidence: 'clean',
    interval: false,
  },
];
