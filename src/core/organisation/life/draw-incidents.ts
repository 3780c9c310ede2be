import { drawFrom } from '#core/chance/draw.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import { away, type AwayTable, present } from '#core/organisation/away.ts';
import { bornAt, type Cast, type Company } from '#core/organisation/founding/company.ts';
import type { InventedIncident, InventedShift } from '#core/organisation/organisation.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { surgeOn } from '#core/organisation/founding/surge.ts';
import { chosen, waits } from '#core/organisation/working-time.ts';
import type { AreaLife } from './draw-changes.ts';
import { rescuerAt } from './draw-visits.ts';

/** Kinds of trouble that an area can have; the same kind again is the same trouble. */
const PARTS = [
  'queue',
  'cache',
  'disk',
  'pool',
  'import',
  'export',
  'index',
  'certificate',
  'clock',
  'quota',
  'schema',
  'lock',
  'token',
  'stream',
  'worker',
  'socket',
  'session',
  'batch',
  'replica',
  'proxy',
  'limit',
  'secret',
  'mail',
  'search',
  'report',
  'webhook',
  'timer',
  'backup',
  'route',
  'metric',
];
const FAULTS = [
  'latency',
  'errors',
  'full',
  'stale',
  'leak',
  'timeout',
  'deadlock',
  'throttled',
  'lost',
  'expired',
  'stuck',
  'flapping',
  'denied',
  'doubled',
  'corrupt',
  'slow',
];
const KINDS = PARTS.flatMap((part) => FAULTS.map((fault) => `${part}-${fault}`));

/** Who is there and who is on call. */
export interface OnCall {
  readonly away: AwayTable;
  readonly shifts: readonly InventedShift[];
}

/** Incidents of one area, with whoever was called, came and ended them. */
export function drawIncidents(company: Company, at: number, { away: absences, shifts }: OnCall): readonly InventedIncident[] {
  const area = company.areas[at]!;
  const draw = drawFrom(seedOf(company.seed, `incidents/${area.slug}`));
  const life = { company, area, at, away: absences, draw, shifts };
  const born = bornAt(company, area);
  const incidents: InventedIncident[] = [];
  let last = draw.index(KINDS.length);
  for (let day = Math.ceil(born / DAY) * DAY; day < company.window.to - DAY; day += DAY)
    for (let i = draw.poisson((area.habits.incidentsAYear / 365) * surgeOn(company, area, day)); i > 0; i--) {
      if (draw.uniform() >= area.habits.recurs) last = (last + 1 + draw.index(KINDS.length - 1)) % KINDS.length;
      incidents.push(oneIncident(life, { n: incidents.length, openedAt: openedOn(life, day), kind: KINDS[last]! }));
    }
  return incidents;
}

function openedOn({ area, draw }: AreaLife, day: Moment): Moment {
  const atNight = draw.uniform() < area.habits.night;
  const hour = atNight ? 22 + 9 * draw.uniform() : 7 + 15 * draw.uniform();
  return Math.round(day + hour * HOUR - HOUR);
}

interface Trouble {
  readonly n: number;
  readonly openedAt: Moment;
  readonly kind: string;
}

function oneIncident(life: AreaLife & Pick<OnCall, 'shifts'>, { n, openedAt, kind }: Trouble): InventedIncident {
  const { company, area, at, away: absences, draw } = life;
  const { habits } = area;
  const team = company.teams[area.team]!;
  const onShift =
    life.shifts.find((one) => one.team === area.team && one.from <= openedAt && openedAt < one.to)?.person ?? team.members[0]!;
  const ackAt = Math.round(openedAt + 60 * (2 + 6 * draw.uniform()));
  const rescued = draw.uniform() < Math.min(0.9, habits.openEnded / habits.incidentsAYear);
  const calledIn = rescued ? rescuerAt(company, at, openedAt) : endsWith(life, onShift, openedAt);
  const resolvedBy = calledIn ?? onShift;
  const hours = waits(habits.fixHours, draw);
  const resolvedAt = Math.round(ackAt + hours * HOUR);
  const escalatedAt = Math.round(ackAt + (resolvedAt - ackAt) * 0.2);
  const helper =
    draw.uniform() < habits.shadowed
      ? chosen(
          present(
            absences,
            team.members.filter((who) => who !== resolvedBy),
            openedAt,
          ),
          draw,
        )
      : null;
  const notes = [
    { at: Math.round((escalatedAt + resolvedAt) / 2), person: resolvedBy },
    ...(helper === null ? [] : [{ at: Math.round(escalatedAt + (resolvedAt - escalatedAt) * 0.7), person: helper }]),
  ];
  return {
    area: at,
    id: `Q${area.slug.toUpperCase()}${String(n + 1).padStart(4, '0')}`,
    title: `${area.slug}: ${kind}`,
    alert: `${area.slug[0]!.toUpperCase()}${area.slug.slice(1)}${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    key: `${area.slug}/${kind}`,
    urgent: draw.uniform() < 0.8,
    severity: draw.uniform() < 0.4 ? 2 : 3,
    openedAt,
    paged: [{ at: openedAt + 20, person: onShift }, ...(calledIn === null ? [] : [{ at: escalatedAt, person: calledIn }])],
    acknowledged: { at: ackAt, person: onShift },
    escalated: calledIn === null ? [] : [{ at: escalatedAt, person: calledIn }],
    notes: notes.toSorted((a, b) => a.at - b.at),
    resolvedAt,
    resolvedBy,
    how: draw.uniform() < habits.causeKnown ? 'fix' : draw.uniform() < 0.5 ? 'rollback' : 'restart',
    cause: draw.uniform() < habits.causeKnown,
  };
}

/** Whom the one on call calls in; mostly nobody. */
function endsWith({ area, away: absences, draw }: AreaLife, onShift: Cast, at: Moment): Cast | null {
  const one = area.people[0]!;
  const goesToOne = draw.uniform() < area.habits.resolvesOne;
  if (goesToOne) return one === onShift || away(absences, one, at) ? null : one;
  const others = present(
    absences,
    area.people.filter((who) => who !== onShift && who !== one),
    at,
  );
  return onShift === one && area.habits.resolvesOne < 0.5
    ? draw.uniform() < 0.5
      ? chosen(others, draw)
      : null
    : draw.uniform() < 0.15
      ? chosen(others, draw)
      : null;
}
