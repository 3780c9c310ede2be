import { describe, expect, it } from 'vitest';
import { ownFrames } from '#core/report/own-frames.ts';
import { dailyMarks } from './daily-mark.ts';
import { faultOf } from './fault.ts';
import { type Log, openLog } from './log.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 15, 3);

function opened(pretty = false): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, log: openLog({ write: (line) => void lines.push(line), pretty, least: 'info', now: () => NOW }) };
}

const ended = { kind: 'scan', source: '3f1c', state: 'done', seconds: 1.5 };

describe('the log', () => {
  it('is a line of JSON an event', () => {
    const { log, lines } = opened();
    log.tell('info', 'job', ended);
    const { server, ...line } = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(line).toEqual({ level: 'info', time: '2026-11-21T09:15:03.000Z', event: 'job', ...ended });
    expect(server).toMatch(/^[0-9a-f]{6}$/);
  });

  it('is a short line for whoever watches', () => {
    const { log, lines } = opened(true);
    log.tell('warn', 'job', { ...ended, state: 'failed', code: 'source-private' });
    expect(lines).toEqual([' 09:15:03 warn job  kind=scan  source=3f1c  state=failed  seconds=1.5  code=source-private\n']);
  });

  it('leaves out what is not wanted', () => {
    const { log, lines } = opened();
    log.tell('debug', 'job', ended);
    expect(lines).toEqual([]);
  });

  it.each(['Ana Example', 'ana@example.org', '/home/ana/secret.git', 'a\nb', '\u001b[31m', 'x'.repeat(65), ''])(
    'takes words only, not %j',
    (text) => {
      const { log, lines } = opened();
      log.tell('info', 'job', { ...ended, source: text });
      expect(JSON.parse(lines[0]!)).toMatchObject({ source: '(not a word)' });
    },
  );

  it('tells of a fault where it arose and not what it said', () => {
    const problem = Object.assign(new TypeError('no row for ana@example.org in /home/ana'), { code: 'SQLITE_ERROR' });
    const { name, code, at } = faultOf(problem);
    expect([name, code]).toEqual(['TypeError', 'SQLITE_ERROR']);
    expect(at[0]).toMatch(/server\/log\/log\.test\.ts:\d+:\d+/);
    expect(JSON.stringify(faultOf(problem))).not.toMatch(/example|home|work/);
    expect(faultOf(Object.assign(new Error('x'), { name: 'Ana Example', code: 'Bo Example' }))).toMatchObject({ name: 'Error', code: '' });
    expect(faultOf('thrown text').name).toBe('Error');
  });

  it('tells of a fault in a folder with a blank in its name without that name', () => {
    const problem = new Error('x');
    const frames = [
      'f (/home/Ana Example/understudy/dist/server/a.js:1:2)',
      'async /home/Ana Example/understudy/node_modules/pg/lib/b.js:3:4',
      'async file:///home/Ana%20Example/understudy/src/cli/c.ts:5:6',
      'Object.<anonymous> (node:internal/x:7:8)',
    ];
    problem.stack = ['Error: x', ...frames.map((frame) => `    at ${frame}`)].join('\n');
    expect(faultOf(problem).at).toEqual([
      'at f (server/a.js:1:2)',
      'at async pg/lib/b.js:3:4',
      'at async cli/c.ts:5:6',
      'at Object.<anonymous> (node:internal/x:7:8)',
    ]);
    expect(ownFrames(problem).join()).not.toMatch(/Ana|Example/);
  });

  it('marks where a request came from for one day', () => {
    let now = NOW;
    const [mark, other] = [dailyMarks(() => now), dailyMarks(() => now)];
    const first = mark('192.0.2.7');
    expect(mark('192.0.2.7')).toBe(first);
    expect(mark('192.0.2.8')).not.toBe(first);
    expect(other('192.0.2.7')).not.toBe(first);
    now += 24 * 3600 * 1000;
    expect(mark('192.0.2.7')).not.toBe(first);
  });
});
