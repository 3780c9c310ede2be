import { describe, expect, it } from 'vitest';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import { factsOf } from '#core/organisation/telling/facts-of.ts';
import { rawHistoryOf } from '#core/organisation/telling/raw-history-of.ts';
import { type BuiltScene, sceneOf } from './scene-of.ts';

const NOW = Date.UTC(2026, 10, 2) / 1000;
const organisation = liveThrough(foundCompany({ seed: 3, until: NOW, planted: true }));
const { company } = organisation;
const told = factsOf(organisation);

function factsAbout(name: string): RepositoryFacts {
  const none = { set: new Uint32Array(), unset: new Uint32Array() };
  const attributes = { 'linguist-generated': none, 'linguist-vendored': none, 'linguist-documentation': none };
  return {
    key: name,
    path: `/srv/${name}`,
    workTree: '',
    headAt: NOW,
    attributes,
    texts: [],
    ignoredRevisions: [],
    links: 0,
    submodules: 0,
    notes: [],
  };
}

async function built(order: { readonly facts?: readonly (typeof told.facts)[] } = {}): Promise<BuiltScene> {
  const scans = company.repositories.map((name, row) => ({
    name,
    addresses: [`git@github.com:harbour/${name}.git`],
    scan: { history: rawHistoryOf(organisation, row), facts: factsAbout(name) },
  }));
  return await sceneOf(scans, { facts: order.facts ?? [told.facts], namings: told.namings, words: [] }, { now: NOW });
}

describe('the scene of an invented company', async () => {
  const { scene, joins, further, leftOut, world } = await built();

  it('knows everybody by every handle', () => {
    const known = world.evidence.people.length;
    expect(scene.people).toHaveLength(known + further.length);
    expect(further.filter(({ kind }) => kind === 'human').length).toBeLessThan(company.people.length);
    const humans = scene.people.filter(({ kind }) => kind === 'human').length;
    expect(humans).toBe(company.people.filter(({ role }) => role !== 'agent').length);
  });

  it('holds every case that was told', () => {
    expect(scene.changes).toHaveLength(organisation.changes.length);
    expect(scene.issues).toHaveLength(organisation.issues.length);
    expect(scene.incidents).toHaveLength(organisation.incidents.length);
    expect(scene.threads).toHaveLength(organisation.threads.length);
    expect(scene.tickets).toHaveLength(organisation.tickets.length);
    expect(leftOut).toEqual({ homeless: 0, unfinished: 0 });
  });

  it('places services in areas and merged changes where their commits are', () => {
    expect(joins.filter(({ kind, state }) => kind === 'repository' && state === 'guessed')).toHaveLength(company.repositories.length);
    const merged = scene.changes.filter(({ mergedAt }) => mergedAt !== null);
    expect(merged.filter(({ areas }) => areas.length > 0).length / merged.length).toBeGreaterThan(0.99);
    expect(scene.incidents.filter(({ area }) => area >= 0)).toHaveLength(scene.incidents.length);
  });

  it('knows the zones that people commit in', () => {
    const zones = new Set(scene.people.map(({ zone }) => zone).filter((zone) => zone !== null));
    expect([...zones].every((zone) => company.people.some((person) => Math.abs(person.zone - zone) <= 60))).toBe(true);
  });
});
