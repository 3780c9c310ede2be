import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { readConfiguration } from './read-configuration.ts';
import { settingsOf } from './settings-of.ts';
import { type Measured, writeConfiguration } from './write-configuration.ts';

const MEASURED: Measured = {
  title: 'api',
  head: '0123456789abcdef',
  at: '2026-11-21',
  boundaries: '2 areas: 2 from packages.',
  areas: [
    { name: 'billing/', paths: ['/billing/'], tier: 1, verdict: 'stops' },
    { name: 'evil\n"name": [x]\u001b[2J', paths: ['/a b/"c"/'], tier: 2, verdict: 'moves' },
  ],
  settings: DEFAULT_SETTINGS,
  northStar: { threshold: 0.48, today: '48 % (20–80)' },
  areasThatStop: 1,
  absenceFactor: 2,
};

describe('writeConfiguration', () => {
  it('is read back as what was measured, and changes no setting', () => {
    const configuration = readConfiguration(writeConfiguration(MEASURED), 'understudy.yaml');
    expect(configuration.check).toEqual({ 'north-star': 0.48, 'areas-that-stop': 1, 'absence-factor': 2 });
    expect(settingsOf(configuration)).toEqual(DEFAULT_SETTINGS);
  });

  it('becomes areas when its comments are taken away, whatever their names', () => {
    const text = writeConfiguration(MEASURED).replace(/^# (areas:| {2}(?:- name|  paths|  tier))/gm, '$1');
    expect(readConfiguration(text, 'x').areas).toEqual([
      { name: 'billing/', paths: ['/billing/'], tier: 1 },
      { name: 'evil\\n"name": [x]\\x1b[2J', paths: ['/a b/"c"/'], tier: 2 },
    ]);
  });

  it('writes no threshold where nothing could be judged', () => {
    expect(readConfiguration(writeConfiguration({ ...MEASURED, northStar: null }), 'x').check).toBeUndefined();
  });
});
