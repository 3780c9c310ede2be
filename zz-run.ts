import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { readerOf, readerNamed } from './src/app/actions/importing/recognise.ts';
import { toldTogether } from './src/core/facts/told.ts';
const [root, pattern, flag, as] = process.argv.slice(2);
const re = new RegExp(pattern ?? '.');
function* walk(p: string): Generator<string> { if (statSync(p).isFile()) { yield p; return; } for (const e of readdirSync(p).toSorted()) { if (e==='.git') continue; const q = join(p, e); try { yield* walk(q); } catch {} } }
const sum: Record<string, number> = {}; const why: Record<string, number> = {};
for (const path of walk(root!)) {
  if (!re.test(path)) continue;
  const bytes = readFileSync(path);
  const sample = { name: basename(path), size: bytes.length, head: bytes.subarray(0, 65536) };
  let c = as ? readerNamed(as) : undefined; try { c ??= readerOf(sample); } catch (e) { console.log('!! recogniser threw', path, e); continue; }
  if (c === undefined) { sum['(not recognised)'] = (sum['(not recognised)'] ?? 0) + 1; if (flag !== 's') console.log(relative(root!, path), '-> NOT RECOGNISED'); continue; }
  try {
    const parts = []; for await (const t of c.file.read({ ...sample, open: async function* () { yield bytes; } } as never, { host: c.kind === 'github' ? 'github.com' : c.kind, now: 1795000000, repository: 'example.com/acme/shop' })) parts.push(t);
    const { facts, skipped, namings } = toldTogether(parts);
    const kinds = Object.entries(Object.groupBy(facts, ({ kind }) => kind)).map(([k, v]) => `${k}×${v!.length}`).join(' ');
    sum[c.kind] = (sum[c.kind] ?? 0) + 1;
    const shape = facts.length > 0 ? 'told' : skipped.length > 0 ? 'skipped' : 'SILENT'; sum[`${c.kind} ${shape}`] = (sum[`${c.kind} ${shape}`] ?? 0) + 1;
    for (const s of skipped) { const k = `${c.kind}: ${s.what.replace(/\d+/g,'N')} | ${s.why}`; why[k] = (why[k] ?? 0) + 1; }
    if (flag !== 's') console.log(relative(root!, path), '->', c.kind, kinds || '(nothing)', `n${namings.length}`, skipped.length ? 'SKIP ' + [...new Set(skipped.map((s) => `${s.what}: ${s.why}`))].slice(0, 4).join(' || ') : '');
    if (flag === 'f') for (const f of facts) console.log('    ', JSON.stringify({ ...f, at: new Date(f.at * 1000).toISOString(), ...(f.until !== undefined && { until: new Date(f.until * 1000).toISOString() }) }));
  } catch (e) { sum[`${c.kind} THREW`] = (sum[`${c.kind} THREW`] ?? 0) + 1; console.log(relative(root!, path), '->', c.kind, 'THREW', (e as Error).message); }
}
console.log(sum); console.log(Object.entries(why).toSorted((a, b) => b[1] - a[1]).slice(0, 60).map(([k, n]) => `${n} ${k}`).join('\n'));
