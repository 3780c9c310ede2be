import { visible } from '#core/report/visible.ts';
import type { Settings } from '#core/terms/settings.ts';

/** What `understudy init` measured, ready to be written down. */
export interface Measured {
  readonly title: string;
  readonly head: string;
  readonly at: string;
  readonly areas: readonly { readonly name: string; readonly paths: readonly string[]; readonly tier: number; readonly verdict: string }[];
  readonly boundaries: string;
  readonly settings: Settings;
  /** Null where nothing could be judged: then no threshold is written. */
  readonly northStar: { readonly threshold: number; readonly today: string } | null;
  readonly areasThatStop: number;
  readonly absenceFactor: number | null;
}

/** Areas written out as comments; more would hide what can be set. */
const MOST_AREAS = 40;

/** A commented understudy.yaml whose thresholds hold today. */
export function writeConfiguration(m: Measured): string {
  return [...heading(m), '', ...areas(m), '', ...peopleAndPaths(), '', ...judgement(m.settings), '', ...checks(m), ''].join('\n');
}

function heading({ title, head, at }: Measured): readonly string[] {
  return [
    `# Written by \`understudy init\` for ${visible(title)} at ${head.slice(0, 10)} (${at}).`,
    '# Every threshold below holds today: `understudy check` passes now and fails when it gets worse.',
    '# Every key is optional; a typo is refused with the right word. All keys: docs/guide/configuration.md',
  ];
}

function areas({ areas: found, boundaries }: Measured): readonly string[] {
  const rows = found
    .slice(0, MOST_AREAS)
    .flatMap(({ name, paths, tier, verdict }) => [
      `#   - name: ${quoted(name)}   # ${verdict} in its worst single absence`,
      `#     paths: [${paths.map(quoted).join(', ')}]`,
      `#     tier: ${tier}`,
    ]);
  const more = found.length > MOST_AREAS ? [`#   … and ${found.length - MOST_AREAS} more: understudy areas`] : [];
  return [
    `# Areas as they were found: ${visible(boundaries)}`,
    '# Name your own where these are not what people would say; paths are patterns as in CODEOWNERS.',
    '# tier: 1 = critical … 3 = minor; it weighs the headline 3, 2, 1.',
    '# areas:',
    ...rows,
    ...more,
  ];
}

function peopleAndPaths(): readonly string[] {
  return [
    '# Paths that show no knowledge, beyond what .gitattributes already says:',
    '# ignore: ["/fixtures/", "*.snap"]',
    '',
    '# Who is who. `understudy identities` lists what may be one person; .mailmap works too.',
    '# people:',
    '#   same: [["ana@work.example", "ana@home.example"]]',
    '#   bots: ["*-ci@*"]',
  ];
}

function judgement(s: Settings): readonly string[] {
  return [
    'judgement:',
    `  absence-days: ${s.absenceDays}      # the absence that is asked about`,
    `  moves-from: ${s.movesFrom}       # at least this share of the expected work carried: it moves`,
    `  stops-below: ${s.stopsBelow}      # less than this: it stops; between the two it degrades`,
    `  carrier-from: ${s.carrierFrom}     # likely enough to know an area to be called a carrier`,
    `  minimum-commits: ${s.minimumCommits}   # fewer than this behind an area: not judged`,
  ];
}

function checks({ northStar, areasThatStop, absenceFactor }: Measured): readonly string[] {
  if (northStar === null) return ['# check: nothing could be judged yet, so there is no threshold that would mean anything.'];
  return [
    'check:',
    `  north-star: ${northStar.threshold}        # carried in the worst single absence; today ${northStar.today}`,
    `  areas-that-stop: ${areasThatStop}      # at most; today ${areasThatStop}`,
    ...(absenceFactor === null ? [] : [`  absence-factor: ${absenceFactor}       # at least; today ${absenceFactor}`]),
    '  # ratchet: true         # no area may be worse than in the baseline (understudy check --write-baseline)',
  ];
}

/** A double-quoted YAML text; JSON's escapes are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(visible(text));
}
