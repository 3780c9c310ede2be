import { describe, expect, it } from 'vitest';
import { makeEvidence, worldOf } from '#test/world.ts';
import { packGroundwork, unpackGroundwork } from './groundwork.ts';

describe('packGroundwork', () => {
  const { evidence, partition, at } = worldOf(makeEvidence({ commits: 400 }));

  it('[world.2] comes back unchanged', () => {
    expect(unpackGroundwork(packGroundwork({ evidence, partition, at }))).toEqual({
      evidence: { ...evidence, merges: evidence.merges ?? [] },
      partition,
      at,
    });
  });

  it('[world.2] refuses bytes that are cut short', () => {
    const bytes = packGroundwork({ evidence, partition, at });
    expect(() => unpackGroundwork(bytes.subarray(0, bytes.length - 64))).toThrow(RangeError);
  });
});
