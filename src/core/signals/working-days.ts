import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { oncePerScene } from '#core/scene/once-per-scene.ts';

/** A weekday on which fewer than this part of the usual number of people left a trace is a holiday of the place, whatever it is called. */
const HOLIDAY_PART = 0.2;

/** Days on which somebody could be expected to be seen. */
export interface WorkingDays {
  /** Whole weekdays of their own time between two moments, the days of both ends left out; without their absences and without holidays. */
  readonly between: (person: PersonId, from: Moment, to: Moment) => number;
}

export const workingDays = oncePerScene(build);

function build(scene: Scene): WorkingDays {
  const away = Map.groupBy(scene.absences, ({ person }) => person);
  const holiday = holidaysOf(scene);
  const between = (person: PersonId, from: Moment, to: Moment): number => {
    const zone = (scene.people[person]?.zone ?? 0) * 60;
    const absences = away.get(person) ?? [];
    let days = 0;
    for (let day = dayOf(from + zone) + 1; day < dayOf(to + zone); day++) {
      const noon = day * DAY + DAY / 2 - zone;
      if (isWeekday(day) && !holiday(dayOf(noon)) && !absences.some((one) => one.from <= noon && noon < one.to)) days++;
    }
    return days;
  };
  return { between };
}

function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Day 0, 1 January 1970, was a Thursday. */
function isWeekday(day: number): boolean {
  return (day + 4) % 7 !== 0 && (day + 4) % 7 !== 6;
}

/** Weekdays on which hardly anybody left a trace, compared with the weekdays of the six weeks around. */
function holidaysOf(scene: Scene): (day: number) => boolean {
  const people = peopleByDay(scene);
  const known = new Map<number, boolean>();
  const isHoliday = (day: number): boolean => {
    const around: number[] = [];
    for (let other = day - 21; other <= day + 21; other++)
      if (isWeekday(other) && other <= dayOf(scene.at)) around.push(people.get(other) ?? 0);
    const usual = around.toSorted((a, b) => a - b)[Math.floor(around.length / 2)] ?? 0;
    return usual > 0 && (people.get(day) ?? 0) < HOLIDAY_PART * usual;
  };
  return (day) => {
    const told = known.get(day) ?? isHoliday(day);
    known.set(day, told);
    return told;
  };
}

/** How many people left a trace on each day. */
function peopleByDay(scene: Scene): ReadonlyMap<number, number> {
  const days = new Map<number, { people: number; readonly seen: Uint8Array }>();
  const add = (person: PersonId, at: Moment): void => {
    const day = days.get(dayOf(at)) ?? { people: 0, seen: new Uint8Array(scene.people.length) };
    if (day.people === 0) days.set(dayOf(at), day);
    if (day.seen[person] === 0) day.people++;
    day.seen[person] = 1;
  };
  for (let row = 0; row < scene.work.count; row++) add(scene.work.person[row]!, scene.work.at[row]!);
  for (const { author, openedAt, reviews, others } of scene.changes) {
    add(author, openedAt);
    for (const { person, at } of reviews) add(person, at);
    for (const { person, at } of others) add(person, at);
  }
  for (const { traces } of scene.issues) for (const { person, at } of traces) add(person, at);
  return new Map([...days].map(([day, { people }]) => [day, people]));
}
