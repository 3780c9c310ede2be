import { describe, expect, it } from 'vitest';
import type { Viewer } from '#core/policy/viewer.ts';
import { boardSeen } from '#core/weights/board-seen.ts';
import { weightsSeen } from '#core/weights/weights-seen.ts';
import { makeWorld } from '#test/world.ts';
import { boardSchema, weightsAsked, weightsQuery, weightsSchema } from './board.ts';

const world = makeWorld();
const DAY = 86_400;

describe('the board’s schemas', () => {
  it.each<Viewer>([{ mode: 'solo' }, { mode: 'team', self: 3 }, { mode: 'council', self: 3 }])(
    'let everything through that $mode may see, through JSON and back',
    (viewer) => {
      const seen = { ...world, viewer };
      const absence = { who: 'me', from: world.at, to: world.at + 14 * DAY, kind: 'planned' } as const;
      const replies = [
        [boardSchema, boardSeen(seen)],
        [weightsSchema, weightsSeen(seen, { colour: 'factor' })],
        ...(viewer.self === undefined ? [] : ([[weightsSchema, weightsSeen(seen, { colour: 'cover', absence })]] as const)),
      ] as const;
      for (const [schema, reply] of replies) expect(schema.parse(JSON.parse(JSON.stringify(reply)))).toEqual(reply);
    },
  );

  it('let through nothing that they do not name', () => {
    expect(boardSchema.safeParse({ ...boardSeen(world), people: [] }).success).toBe(false);
    expect(weightsSchema.safeParse({ ...weightsSeen(world, { colour: 'cover' }), people: [] }).success).toBe(false);
  });

  it('take dates as people write them: the last day away is away', () => {
    const asked = (query: object) => weightsAsked(weightsQuery.parse(query), { at: DAY * 3.5, days: 14 });
    expect(asked({ without: 'me', from: '1970-01-02', to: '1970-01-02' })).toEqual({
      colour: 'cover',
      absence: { who: 'me', kind: 'planned', from: DAY, to: 2 * DAY },
    });
    expect(asked({ without: 'nobody' }).absence).toMatchObject({ from: 3 * DAY, to: 17 * DAY });
    expect(asked({ from: '1970-01-02' })).toEqual({ colour: 'cover' });
    expect(weightsQuery.safeParse({ without: 'ana@example.org' }).success).toBe(false);
  });
});
