/** Milliseconds that this process has worked so far: what else the machine is busy with does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
