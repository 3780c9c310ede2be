import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.ts';
import { setJudgement } from './set-judgement.ts';

describe('a key of judgement', () => {
  const text = '# ours\nareas:\n  - name: billing # the old part\n    paths: [billing/]\njudgement:\n  seed: 7 # why not\n';

  it('is set beside what was written, comments included, and taken out again without a trace', () => {
    const set = setJudgement(text, { 'knowledge-shift': 0.31, 'knowledge-slope': 0.9 });
    expect(set).toContain('# the old part');
    expect(readConfiguration(set, 'understudy.yaml').judgement).toEqual({ seed: 7, 'knowledge-shift': 0.31, 'knowledge-slope': 0.9 });
    expect(readConfiguration(setJudgement(set, { 'knowledge-shift': undefined, 'knowledge-slope': undefined }), 'x')).toEqual(
      readConfiguration(text, 'x'),
    );
  });

  it('makes a configuration where there was none, and none where nothing is left', () => {
    const made = setJudgement('', { 'knowledge-shift': -0.2 });
    expect(made).toBe('judgement:\n  knowledge-shift: -0.2\n');
    expect(setJudgement(made, { 'knowledge-shift': undefined })).toBe('');
  });
});
