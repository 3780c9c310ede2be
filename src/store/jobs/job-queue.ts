import type { Writing } from '#store/database/database.ts';

/** A worker that has not been heard of for this long (milliseconds) has lost its job to whoever asks next. */
export const LEASE = 30_000;
/** A job that has been taken this often without an end is given up: it kills its workers. */
export const MOST_TRIES = 5;

/**
 * Work for any number of workers, the same on both engines: rows with leases in the data folder (`leased-rows.ts`), the
 * library pg-boss on PostgreSQL (`boss-queue.ts`). What is asked for and what came of it stands in the table `job` on
 * both, changed in the same transactions, so that every server sees it and backups and moves are whole.
 */
export interface JobQueue {
  /** Asks for a job. While one of this kind and subject is open, asking again changes nothing. */
  ask(query: Writing, wish: JobWish): Promise<void>;
  /** The same for many subjects at once, each named once, in a few statements. */
  askAll(query: Writing, wishes: readonly JobWish[]): Promise<void>;
  /** One that is due: a waiting one, or one whose worker has not been heard of. Two workers never get the same. */
  take(now: number): Promise<TakenJob | undefined>;
  /** Says that the worker is alive and how far it is. False: somebody else has the job by now. */
  hold(job: TakenJob, said: { readonly now: number; readonly progress: string }): Promise<boolean>;
  /** Ends a job in the transaction that keeps what it made, so that both hold or neither. */
  end(query: Writing, job: TakenJob, end: JobEnd): Promise<void>;
  /** Gives a job back that could not be finished: another time, or another worker. */
  giveBack(query: Writing, job: TakenJob, dueAt: number): Promise<void>;
  /** Nobody wants these any more; who works on one will find that it was taken away. */
  forget(query: Writing, what: Pick<JobWish, 'kind' | 'subject'>): Promise<void>;
  /** Open jobs whose rows came from elsewhere, by a backup or a move, are handed out from now on. Harmless when repeated. */
  adopt(query: Writing): Promise<void>;
}

export interface JobWish {
  readonly kind: string;
  readonly subject: string;
  /** Milliseconds since epoch, as everywhere here. */
  readonly dueAt: number;
  readonly now: number;
}

/** A job in somebody's hands. */
export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly tries: number;
  /** Names this hold on the job, and no other. */
  readonly lease: string;
}

export interface JobEnd {
  readonly state: 'done' | 'failed';
  readonly outcome: string;
  readonly now: number;
}

/** The hold on a job was given to another worker: what this one has done must not count. */
export class LeaseLost extends Error {
  constructor() {
    super('another worker has this job by now');
    this.name = 'LeaseLost';
  }
}
