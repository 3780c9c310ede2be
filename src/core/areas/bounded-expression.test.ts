import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { boundedExpression } from './bounded-expression.ts';

describe('boundedExpression', () => {
  test.each([
    ['a.*b', 'a---b', true],
    ['a|bc', 'bc', true],
    ['a|bc', 'ac', false],
    ['(ab)+c?', 'ababc', true],
    ['(ab)+c?', 'c', false],
    ['x{2,3}', 'xxx', true],
    ['x{2,3}', 'x', false],
    ['x{2,}', 'xxxxx', true],
    ['[^/]*\\.(md|txt)', 'a.md', true],
    ['[^/]*\\.(md|txt)', 'a/b.md', false],
    ['[a-c\\d-]+', 'a1-c', true],
    ['^docs/$', 'docs/', true],
    ['(?:a|b)*?', 'abba', true],
    ['', '', true],
    ['.', '', false],
  ])('[areas.13] %s on %s is %s', (source, text, expected) => {
    expect(boundedExpression(source)!(text)).toBe(expected);
    expect(new RegExp(`^(?:${source})$`, 's').test(text)).toBe(expected);
  });

  test.each([
    '(',
    ')',
    '*',
    'a**)',
    '[',
    '[a',
    'a(?=b)',
    '(?<n>a)',
    '\\1',
    '\\b',
    '\\',
    'a{200}',
    'a{3,2}',
    'a^b',
    'a$b',
    'x'.repeat(1001),
    '('.repeat(60) + ')'.repeat(60),
    '((a{100}){100}){100}',
  ])('[areas.13] %.40s is not taken', (source) => {
    expect(boundedExpression(source)).toBeUndefined();
  });

  it('[areas.13] means what JavaScript means by the same expression', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '(a|b)', '(?:ab)');
    const source = fc
      .array(
        fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}')).map(([one, many]) => one + many),
        { maxLength: 5 },
      )
      .map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(fc.property(source, text, (s, t) => boundedExpression(s)!(t) === new RegExp(`^(?:${s})$`, 's').test(t)));
  });

  test.each(['(a+)+$', '(a|a)*', '(a*)*b', '((a?){50}){50}', '(.*a){20}', '(x+x+)+y'])(
    '[areas.13] %s takes no longer than it is',
    (source) => {
      // By JavaScript's own expressions some of these would not end before the sun does.
      expect(boundedExpression(source)?.(`${'a'.repeat(2000)}!`) ?? false).toBe(false);
    },
  );
});
