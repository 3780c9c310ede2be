import { describe, expect, it } from 'vitest';
import { identityKeys } from '#core/identity/identity-keys.ts';
import { findPairs } from './find-pairs.ts';

const ALONE = ['Ann Lee <ann@x.example>', 'Bo Ray <bo@x.example>', 'robin7 <robin7@x.example>'];

describe('findPairs', () => {
  it.each<[string, readonly string[]]>([
    ['Ann Lee and Bo Ray', ['Ann Lee', 'Bo Ray']],
    ['Ann Lee & Bo Ray', ['Ann Lee', 'Bo Ray']],
    ['Ann Lee + robin7', ['Ann Lee', 'robin7']],
    ['Ann Lee, Bo Ray and @robin7', ['Ann Lee', 'Bo Ray', 'robin7']],
    ['Ann Lee/Bo Ray', ['Ann Lee', 'Bo Ray']],
    ['Ann Lee and Eva Bly', ['Ann Lee', 'Eva Bly']],
    ['Ann and Bo', []],
    ['Smith, Joan', []],
    ['Ann Lee (Firm/Sons)', []],
    ['Research and Development', []],
  ])('[credit.1] %s stands for %j', (name, halves) => {
    const identities = [...ALONE, `${name} <pair@x.example>`].map((text) => {
      const [, spelled, email] = /^(.*) <(.*)>$/.exec(text)!;
      return { name: spelled!, email: email! };
    });
    const rows = findPairs({ identities, keys: identities.map(identityKeys) }, () => true).get(ALONE.length) ?? [];
    expect(rows.map((row) => identities[row]!.name)).toEqual(halves);
  });
});
