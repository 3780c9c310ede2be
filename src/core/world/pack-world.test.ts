import { describe, expect, it } from 'vitest';
import { makeEvidence, worldOf } from '#test/world.ts';
import { packGroundwork, packWorld, unpackGroundwork, unpackWorld } from './pack-world.ts';

describe('packWorld', () => {
  const world = worldOf(makeEvidence({ commits: 400 }));

  it('[world.1] brings a world to the page unchanged', () => {
    const back = unpackWorld(packWorld(world));
    expect({ ...back, evidence: { ...back.evidence, merges: undefined } }).toEqual({
      ...world,
      evidence: { ...world.evidence, merges: undefined },
    });
  });

  it.each(['team', 'council'] as const)('[world.1] leaves no name, address or spelling in the bytes of a %s viewer', (mode) => {
    const bytes = new TextDecoder('latin1').decode(packWorld({ ...world, viewer: { mode } }));
    for (const person of world.evidence.people) {
      for (const word of [person.name, ...person.names, ...person.emails]) expect(bytes).not.toContain(word);
    }
  });

  it('[world.1] refuses bytes that are cut short', () => {
    const bytes = packWorld(world);
    expect(() => unpackWorld(bytes.subarray(0, bytes.length - 64))).toThrow(RangeError);
  });
});

describe('packGroundwork', () => {
  const { evidence, partition, at } = worldOf(makeEvidence({ commits: 400 }));

  it('[world.2] comes back unchanged', () => {
    const whole = { evidence: { ...evidence, merges: evidence.merges ?? [] }, partition, at };
    expect(unpackGroundwork(packGroundwork({ evidence, partition, at }))).toEqual(whole);
  });

  it('[world.2] refuses bytes that are cut short', () => {
    const bytes = packGroundwork({ evidence, partition, at });
    expect(() => unpackGroundwork(bytes.subarray(0, bytes.length - 64))).toThrow(RangeError);
  });
});
