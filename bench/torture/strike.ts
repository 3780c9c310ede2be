import type { ServedAside } from './served-aside.ts';

/** What is killed. On SQLite the database lives in the processes: server and workers, all at once. */
export const VICTIMS = ['server', 'worker', 'database'] as const;
export type Victim = (typeof VICTIMS)[number];

/** A PostgreSQL that can be killed and started again. */
export interface Killable {
  readonly crash: () => void;
  readonly goOn: () => Promise<void>;
}

export interface Strike {
  readonly server: ServedAside;
  readonly victim: Victim;
  readonly draw: () => number;
  /** Absent on SQLite. */
  readonly database?: Killable | undefined;
}

/** Kills with -9 and starts again what does not come back by itself; milliseconds until the server is ready. */
export async function strike({ server, victim, draw, database }: Strike): Promise<number> {
  const began = performance.now();
  if (victim === 'worker') killOne(server, draw);
  else if (victim === 'database' && database !== undefined) {
    database.crash();
    await database.goOn();
  } else {
    await (victim === 'server' ? server.killServer() : server.killAll());
    await server.start();
  }
  await server.untilReady();
  return performance.now() - began;
}

function killOne(server: ServedAside, draw: () => number): void {
  const workers = server.workers();
  if (workers.length > 0) server.kill([workers[Math.floor(draw() * workers.length)]!]);
}
