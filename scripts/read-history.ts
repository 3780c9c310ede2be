/**
 * Scans repositories and prints what came, for people who work on Understudy:
 * `node --conditions=understudy-source scripts/read-history.ts DATA_FOLDER PATH …` (a second run shows the warm path).
 */
import { scan } from '#app/actions/scan.ts';

const [dataFolder = '/tmp/understudy-data', ...paths] = process.argv.slice(2);
const { scanned, refused } = await scan({
  paths,
  dataFolder,
  now: Date.now,
  clock: () => performance.now(),
  onProgress: (progress) => void process.stderr.write(`${JSON.stringify(progress)}\n`),
});
for (const { history, facts, ...rest } of scanned) {
  process.stdout.write(
    `${JSON.stringify({ ...rest, paths: history.paths.length, identities: history.identities.length, trailers: history.trailers.count, texts: facts.texts.length })}\n`,
  );
}
for (const { path, refusal } of refused) process.stdout.write(`${path}: [${refusal.code}] ${refusal.message} ${refusal.remedy}\n`);
process.stderr.write(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most, ${Math.round(performance.now())} ms in all\n`);
