import { expect, test } from 'vitest';
import type { Fact } from '#core/facts/fact.ts';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import { incidentExport } from '#core/organisation/payloads/incident-export.ts';
import { incidentFacts } from '#core/organisation/telling/incident-facts.ts';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { PAGERDUTY } from '#sources/pagerduty/pagerduty.ts';

const until = Date.UTC(2026, 10, 2) / 1000;

test.each([true, false])(
  'two years of an invented company (planted: %s), exported and read again, tell what happened in it',
  async (planted) => {
    const organisation = liveThrough(foundCompany({ seed: 7, until, planted }));
    const told = new Map<string, Fact>();
    for (const { path, text } of incidentExport(organisation)) {
      const file = givenFile(path.split('/').at(-1)!, text);
      expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['pagerduty']);
      const { facts, skipped } = await toldOf(PAGERDUTY.file!, file);
      expect(skipped).toEqual([]);
      for (const fact of facts) if (!told.has(fact.reference)) told.set(fact.reference, fact);
    }
    const lived = incidentFacts(organisation);
    expect(lived.length).toBeGreaterThan(5000);
    expect([...told.values()].toSorted(byReference)).toEqual(lived.toSorted(byReference));
  },
);

function byReference(a: Fact, b: Fact): number {
  return a.reference < b.reference ? -1 : 1;
}
