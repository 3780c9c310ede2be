import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { at, fact, FACTS, NAMINGS, toldScene } from '#test/told-organisation.ts';

const [INES, BO, CEM, DARA] = [0, 1, 2, 3];
const [CART, PAY] = [0, 1];

describe('[folding.1] a small organisation', () => {
  const { scene, joins, leftOut, further } = toldScene();

  it('knows who is who', () => {
    expect(further.map(({ kind, handles }) => [kind, handles])).toEqual([
      ['human', ['pagerduty:P2', 'slack:U2']],
      ['bot', ['github:ci[bot]']],
    ]);
    expect(scene.people.map(({ kind, zone }) => [kind, zone])).toEqual([
      ['human', 60],
      ['human', null],
      ['human', null],
      ['human', null],
      ['bot', null],
    ]);
    expect(joins.find(({ from }) => from === 'github:bo-b')?.rule).toBe('same name, same place');
  });

  it('knows what is where', () => {
    expect(scene.areas.map(({ id, kind, dependsOn, teams }) => [id, kind, dependsOn, teams])).toEqual([
      ['cart', 'paths', [], []],
      ['pay', 'paths', [CART], [0]],
      ['customer:globex', 'customer', [], []],
    ]);
  });

  it('folds a change', () => {
    expect(scene.changes).toEqual([
      {
        item: 'github.com/acme/story#1',
        author: INES,
        openedAt: at(2.5),
        readyAt: at(2.6),
        mergedAt: at(3),
        mergedBy: BO,
        closedAt: null,
        areas: [CART, PAY],
        lines: 30,
        bodyLength: 80,
        firstCommitAt: null,
        override: false,
        asked: [{ at: at(2.7), person: BO, asOwner: true }],
        reviews: [
          { at: at(2.81), person: BO, state: 'commented', comments: 1, substance: true },
          { at: at(2.9), person: BO, state: 'approved', comments: 0, substance: false },
        ],
        others: [
          { at: at(2.8), person: BO },
          { at: at(3), person: CEM },
        ],
        commit: '3'.padStart(40, '0'),
        agent: false,
      },
    ]);
    expect([...scene.work.flags]).toEqual([32, 32, 4 | 8, 4 | 8, 1 | 32]);
    expect([...scene.work.area]).toEqual([CART, PAY, CART, PAY, PAY]);
  });

  it('folds an issue', () => {
    expect(scene.issues).toMatchObject([
      {
        area: CART,
        openedBy: INES,
        closedBy: BO,
        labels: ['P1', 'area/cart'],
        unclear: true,
        important: true,
        holders: [{ person: BO }],
        byChange: 'github.com/acme/story#1',
      },
    ]);
  });

  it('folds an incident', () => {
    expect(scene.incidents).toEqual([
      {
        item: 'pagerduty:incident/I1',
        area: PAY,
        service: 'Pay',
        openedAt: at(3),
        resolvedAt: at(3.1),
        resolvedBy: CEM,
        auto: false,
        urgent: true,
        severity: 1,
        likeness: 'alert:pay-errors service:pagerduty/S1',
        paged: [{ at: at(3.01), person: DARA }],
        acknowledgedBy: [{ at: at(3.02), person: DARA }],
        calledIn: [{ at: at(3.03), person: CEM, how: 'escalated' }],
        acted: [
          { at: at(3.05), person: CEM },
          { at: at(3.1), person: CEM },
        ],
        cause: true,
        how: 'rollback',
        reopened: 0,
        roles: [],
        followUps: [],
        review: null,
        runbook: 'document:github.com/acme/story/docs/runbooks/pay-errors.md',
      },
    ]);
  });

  it('folds talk, tickets, decisions and documents', () => {
    expect(scene.threads).toMatchObject([
      { channel: 'help-cart', area: CART, askedBy: DARA, why: true, answers: [{ person: INES, link: true }] },
    ]);
    expect(scene.tickets).toMatchObject([
      { customer: 'globex', area: 2, firstHolder: BO, endedBy: INES, escalations: [{ to: INES, layer: 'engineering' }] },
    ]);
    expect(scene.decisions).toMatchObject([
      { item: 'decision:1', area: CART, proposedBy: INES, deciders: [BO], options: 3, why: true, supersededAt: at(3) },
      { item: 'decision:2', supersededAt: null },
    ]);
    expect(scene.documents).toMatchObject([{ what: 'runbook', area: PAY, authors: [BO], writtenAt: at(1) }]);
  });

  it('knows days, staff and what was rolled out', () => {
    expect(scene.absences).toEqual([{ from: at(2), to: at(5), person: INES, planned: true }]);
    expect(scene.shifts).toEqual([{ from: at(3), to: at(4), person: DARA, area: PAY, level: 1, override: false }]);
    expect(scene.blocks).toMatchObject([{ person: BO, what: 'focus', kept: false }]);
    expect(scene.people[INES]!.leads).toEqual([{ from: at(1), to: Infinity, layer: 2, team: 0 }]);
    expect(scene.recognitions).toEqual([{ at: at(3), person: BO, toTeam: false, what: 'save' }]);
    expect(scene.staff).toMatchObject([{ person: BO, what: 'joined' }]);
    expect(scene.deployments).toEqual([{ at: at(3.5), person: 4, area: CART, failed: false }]);
    expect(scene.since).toMatchObject({ git: at(1), changes: at(2.5), incidents: at(3), people: at(0) });
  });

  it('[folding.3] counts what nobody begins', () => {
    expect(leftOut).toEqual({ homeless: 0, unfinished: 1 });
  });
});

it('[folding.1] a scene is the same in any order, and doubles are harmless', () => {
  const told = JSON.stringify(plain(toldScene()));
  fc.assert(
    fc.property(fc.shuffledSubarray([...FACTS], { minLength: FACTS.length }), fc.subarray([...FACTS]), (facts, doubles) => {
      expect(JSON.stringify(plain(toldScene({ facts: [...doubles, ...facts], namings: NAMINGS.toReversed() })))).toBe(told);
    }),
    { numRuns: 60 },
  );
});

function plain({ scene, joins, further }: ReturnType<typeof toldScene>): unknown {
  const { hashOf: _hashOf, ...work } = scene.work;
  return { ...scene, work, joins, further };
}

it('[folding.2] nothing later is in it, and what is earlier does not change', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 4.5, noNaN: true }), (day) => {
      const moment = at(day);
      const { scene } = toldScene({ at: moment });
      const told = toldScene({ at: moment, facts: FACTS.filter((one) => one.at <= moment) }).scene;
      expect(JSON.stringify({ ...scene, work: null })).toBe(JSON.stringify({ ...told, work: null }));
      expect(scene.work.at.every((one) => one <= moment)).toBe(true);
      expect(scene.incidents.every(({ openedAt, resolvedAt }) => openedAt <= moment && (resolvedAt ?? 0) <= moment)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('[folding.4] substance', () => {
  const review = (rest: object, size?: number) =>
    toldScene({
      facts: [
        fact('change-opened', 1, { item: 'github.com/acme/story#9', actor: 'github:ines' }),
        fact('reviewed', 2, {
          item: 'github.com/acme/story#9',
          actor: 'mail:bo.birch@example.org',
          ...(size === undefined ? {} : { size }),
          detail: { state: 'approved', ...rest },
        }),
      ],
    }).scene.changes[0]!.reviews[0]!.substance;
  it.each([
    [{}, undefined, false],
    [{ bodyLength: 40 }, undefined, false],
    [{ bodyLength: 61 }, undefined, true],
    [{ state: 'changes-requested' as const }, undefined, true],
    [{}, 1, true],
    [{}, 0, false],
  ])('of %j with %s comments is %s', (rest, size, substance) => {
    expect(review(rest, size)).toBe(substance);
  });
});

describe('[folding.5] rights', () => {
  it('are held through a team while somebody belongs to it, and until they end', () => {
    const rights = toldScene().scene.rights;
    const of = (person: number) =>
      rights.filter((one) => one.person === person).map(({ from, to, area, right }) => [from, to, area, right]);
    expect(of(BO)).toEqual([
      [at(1), at(3), CART, 'merge'],
      [at(1), at(3), PAY, 'merge'],
    ]);
    expect(of(INES)).toEqual([
      [at(1), at(2), CART, 'merge'],
      [at(1), at(2), PAY, 'merge'],
    ]);
  });

  it('to merge are kept to those whom the rule of the branch names', () => {
    const place = 'repository:github.com/acme/story' as const;
    const held = ['github:ines', 'mail:bo.birch@example.org', 'mail:cem.cedar@example.org'] as const;
    const facts = [
      ...held.map((actor) => fact('right-held', 1, { place, actor, detail: { right: 'merge' } })),
      fact('right-held', 1, { place, actor: 'mail:cem.cedar@example.org', detail: { right: 'administer' } }),
      fact('rule-set', 2, { place, detail: { branch: 'main', approvals: 1, allowed: ['github:ines'] } }),
    ];
    const merges = toldScene({ facts }).scene.rights.filter(({ right, area }) => right === 'merge' && area === CART);
    expect(merges.map(({ person, to }) => [person, to])).toEqual([
      [INES, Infinity],
      [BO, at(2)],
      [CEM, Infinity],
    ]);
    expect(toldScene({ facts }).scene.branchRules).toMatchObject([{ branch: 'main', approvals: 1, repository: 0, allowed: [INES] }]);
  });
});

describe('[folding.3] what is incomplete', () => {
  it('is folded as far as it goes', () => {
    const merged = fact('change-merged', 3, { item: 'github.com/acme/other#4', actor: 'github:bo-b', other: 'github:ines' });
    const ack = fact('acknowledged', 3, { item: 'pagerduty:incident/I2', actor: 'pagerduty:P2' });
    const reply = fact('answered', 3, { item: 'slack:C9/1', actor: 'github:ines', other: 'slack:U2' });
    const { scene } = toldScene({ facts: [merged, ack, reply] });
    expect(scene.changes).toMatchObject([{ author: INES, openedAt: at(3), areas: [] }]);
    expect(scene.incidents).toMatchObject([{ openedAt: at(3), area: NO_SCENE_AREA, resolvedAt: null, likeness: null }]);
    expect(scene.threads).toMatchObject([{ question: false, answers: [{ person: INES }] }]);
  });
});
