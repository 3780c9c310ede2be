// Loaded before the product (`node --import`): between two SIGUSR2, notes how long the event loop was held up; says it when the process ends.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let watching = false;
process.on('SIGUSR2', () => {
  watching = !watching;
  if (watching) delay.enable();
  else delay.disable();
});
process.on('exit', () => {
  process.stderr.write(`\nlongest-block ${Math.max(0, delay.max / 1e6 - RESOLUTION_MS)}\n`);
});
