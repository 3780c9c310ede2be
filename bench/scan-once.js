// One scan in one process, measured from inside: what bench/mining.ts and bench/rescan.ts run. Plain JavaScript on the
// built product, so that nothing but the product's own start-up is in the time.
const { scan } = await import('../dist/app/actions/scan.js');
await import('../dist/sources/git/read-repository.js');
const idle = process.resourceUsage().maxRSS * 1024;
const [dataFolder, path] = process.argv.slice(2);
const { scanned, refused } = await scan({
  paths: [path],
  dataFolder,
  now: Date.now,
  clock: () => performance.now(),
  onProgress: () => undefined,
});
for (const { refusal } of refused) throw refusal;
const [{ commits, touches, fresh, milliseconds }] = scanned;
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ commits, touches, fresh, milliseconds, peak, idle }));
