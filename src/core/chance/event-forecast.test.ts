import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeastOneEvent,
  eventQuantile,
  expectedEvents,
  fewerAtRate,
  fewerEvents,
  moreEventsThan,
  normalQuantile,
} from './event-forecast.ts';

const forecast = fc.record({
  shape: fc.double({ min: 0.2, max: 50, noNaN: true }),
  rate: fc.double({ min: 5, max: 400, noNaN: true }),
  days: fc.double({ min: 0.5, max: 60, noNaN: true }),
});

describe('events to come', () => {
  it('[chance.3] λ = 1.2 known surely gives P(at least one) = 70 %', () => {
    const sure = { shape: 1.2e6, rate: 14e6, days: 14 };
    expect(expectedEvents(sure)).toBeCloseTo(1.2, 9);
    expect(atLeastOneEvent(sure)).toBeCloseTo(0.6988, 4);
  });

  it('[chance.3] with shape 1 the count is geometric', () => {
    const f = { shape: 1, rate: 30, days: 10 };
    expect(atLeastOneEvent(f)).toBeCloseTo(0.25, 12);
    expect([0.75, 0.76, 0.94].map((p) => eventQuantile([{ probability: 1, forecast: f }], p))).toEqual([0, 1, 2]);
  });

  it('[chance.2] quantiles lie in order, around the mean', () => {
    fc.assert(
      fc.property(forecast, (f) => {
        const at = (p: number): number => eventQuantile([{ probability: 1, forecast: f }], p);
        expect(at(0.05)).toBeLessThanOrEqual(at(0.5));
        expect(at(0.5)).toBeLessThanOrEqual(at(0.95));
        expect(at(0.999)).toBeGreaterThanOrEqual(Math.floor(expectedEvents(f)));
      }),
      { numRuns: 60 },
    );
  });

  it('[chance.2] a mixture lies between its parts', () => {
    const few = { shape: 4, rate: 40, days: 5 },
      many = { shape: 4, rate: 40, days: 100 };
    const q = (mixture: Parameters<typeof eventQuantile>[0]): number => eventQuantile(mixture, 0.5);
    const both = q([
      { probability: 0.5, forecast: few },
      { probability: 0.5, forecast: many },
    ]);
    expect(both).toBeGreaterThanOrEqual(q([{ probability: 1, forecast: few }]));
    expect(both).toBeLessThanOrEqual(q([{ probability: 1, forecast: many }]));
  });

  it('[chance.3] large counts go over into the normal value without a jump', () => {
    const at = (shape: number): number => eventQuantile([{ probability: 1, forecast: { shape, rate: 10, days: 10 } }], 0.95);
    expect(at(501) - at(499)).toBeLessThanOrEqual(6);
    expect(at(501)).toBeGreaterThanOrEqual(at(499));
  });

  it.each([
    [0.5, 0],
    [0.975, 1.959_964],
    [0.05, -1.644_854],
    [0.001, -3.090_232],
  ])('[chance.3] the normal quantile of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 5);
  });

  it('[chance.3] more than k events is what quantiles leave above k, for few and for many', () => {
    fc.assert(
      fc.property(forecast, fc.integer({ min: 0, max: 60 }), (f, k) => {
        const above = moreEventsThan(f, k);
        const quantile = eventQuantile([{ probability: 1, forecast: f }], 1 - above - 1e-9);
        expect(above > 1 - 1e-9 || quantile <= k).toBe(true);
        expect(moreEventsThan(f, k + 1)).toBeLessThanOrEqual(above + 1e-12);
        expect(moreEventsThan(f, 0)).toBeCloseTo(atLeastOneEvent(f), 9);
      }),
      { numRuns: 60 },
    );
    const near = (days: number): number => moreEventsThan({ shape: 50, rate: 10, days }, 540);
    expect(near(100.01) - near(99.99)).toBeLessThan(0.02);
  });

  it('[chance.3] no time, no events', () => {
    const none = { shape: 3, rate: 30, days: 0 };
    expect([expectedEvents(none), atLeastOneEvent(none), eventQuantile([{ probability: 1, forecast: none }], 0.95)]).toEqual([0, 0, 0]);
  });

  it('[chance.3] fewer than k and at least k are everything, in a mixture too; a known rate is the limit of a sure one', () => {
    fc.assert(
      fc.property(forecast, fc.integer({ min: 0, max: 60 }), (f, k) => {
        const half = [
          { probability: 0.5, forecast: f },
          { probability: 0.5, forecast: { ...f, days: 0 } },
        ];
        expect(fewerEvents([{ probability: 1, forecast: f }], k) + moreEventsThan(f, k - 1)).toBeCloseTo(1, 9);
        expect(fewerEvents(half, k)).toBeCloseTo(0.5 * (1 - moreEventsThan(f, k - 1)) + (k > 0 ? 0.5 : 0), 9);
        const mean = expectedEvents(f);
        expect(fewerAtRate(mean, k)).toBeCloseTo(
          fewerEvents([{ probability: 1, forecast: { shape: mean * 1e7, rate: 1e7, days: 1 } }], k),
          3,
        );
      }),
      { numRuns: 60 },
    );
    expect(fewerAtRate(600, 600)).toBeCloseTo(0.5, 1);
  });
});
