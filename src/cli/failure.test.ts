import { describe, expect, it } from 'vitest';
import { refusal } from '#core/terms/refusals.ts';
import { failureOf } from './failure.ts';

const AT = { verb: 'areas', version: '0.1.0', platform: 'Node 24', json: false };

describe('a failure', () => {
  it('that the caller can fix says what happened, what helps, and its code', () => {
    expect(failureOf(refusal('unknown-area', { name: 'biling', hint: ' Did you mean "billing/"?' }), AT)).toEqual({
      text: 'understudy: There is no area "biling". Did you mean "billing/"?\n  List the areas: `understudy areas`.\n  (unknown-area)\n',
      code: 2,
    });
  });

  it('shows what a repository hides in a refusal', () => {
    expect(failureOf(refusal('unknown-area', { name: '\u001b[2J', hint: '' }), AT).text).toContain('\\x1b[2J');
  });

  it('is one object for a program that reads along', () => {
    const { text, code } = failureOf(refusal('nobody-away', {}), { ...AT, json: true });
    expect([JSON.parse(text).code, code]).toEqual(['nobody-away', 2]);
  });

  it('of a full disk is a refusal wherever it comes from', () => {
    expect(failureOf(Object.assign(new Error('write'), { code: 'ENOSPC', path: '/x' }), AT)).toMatchObject({
      code: 2,
      text: expect.stringContaining('disk-full'),
    });
  });

  it('of Ctrl-C loses nothing', () => {
    expect(failureOf(new DOMException('stopped', 'AbortError'), AT).code).toBe(130);
  });

  it('of ours is a report without names, paths or addresses', () => {
    const bug = new TypeError(`cannot read "Ana Example" of /home/ana/secret/file.ts at 'x' for ana@example.org`);
    bug.stack = `TypeError: x\n    at work (file:///home/ana/understudy/dist/core/answers/areas.js:10:5)\n    at other (/home/ana/understudy/node_modules/zod/index.js:1:1)`;
    const { text, code } = failureOf(bug, AT);
    expect(code).toBe(70);
    expect(text).toContain('understudy 0.1.0 · Node 24 · verb areas');
    expect(text).toContain('at work (core/answers/areas.js:10:5)');
    expect(text).not.toMatch(/ana|Ana|secret|home/);
  });
});
