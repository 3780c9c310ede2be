/** The tables of what sources beyond git tell, as queries see them; `connections-step.ts` makes them. */
export interface ConnectionTables {
  readonly counter: CounterRow;
  readonly connection: ConnectionRow;
  readonly connection_secret: ConnectionSecretRow;
  readonly delivery: DeliveryRow;
  readonly delivery_piece: DeliveryPieceRow;
  readonly handle: HandleRow;
  readonly fact: FactRow;
  readonly fact_pack: FactPackRow;
  readonly naming: NamingRow;
}

/** Numbers are handed out in transactions, so that they grow in the order in which things were kept. */
interface CounterRow {
  readonly what: 'connection' | 'delivery' | 'handle' | 'keeping';
  readonly next: number;
}

export interface ConnectionRow {
  readonly id: string;
  /** What facts and deliveries point at: short, because there are millions of them. */
  readonly number: number;
  readonly kind: string;
  readonly name: string;
  readonly host: string;
  /** JSON of `ConnectionSettings`. */
  readonly settings: string;
  /** Sealed with the key file. */
  readonly credential: Uint8Array | null;
  /** Where reading its API goes on. */
  readonly cursor: string | null;
  readonly state: 'on' | 'off';
  /** When its API is read next; null where it has none to read. */
  readonly due_at: number | null;
  readonly made_at: number;
}

/** Several hold at once while one takes the place of another. */
interface ConnectionSecretRow {
  readonly id: string;
  readonly connection_id: string;
  readonly sealed: Uint8Array;
  readonly made_at: number;
  readonly ended_at: number | null;
}

/** One thing that came: a webhook, a page of an API, a file. */
export interface DeliveryRow {
  readonly number: number;
  readonly connection_number: number;
  /** The same for the same thing sent again. */
  readonly key: string;
  readonly kind: string;
  /** JSON; without what proves who sent it. */
  readonly headers: string;
  /** Squeezed; null where the term of keeping it is over, or where it stands in pieces. */
  readonly body: Uint8Array | null;
  /** Bytes as it came. */
  readonly size: number;
  readonly received_at: number;
  /** `again`: was told and is to be told anew. `kept`: a file that came whole and was told while it was read. */
  readonly state: 'waiting' | 'again' | 'told' | 'skipped' | 'bad' | 'kept';
  readonly facts: number;
  readonly skipped: number;
  /** Why, in the words of who read it: never what stood in it. */
  readonly problem: string | null;
}

/** A file that somebody handed to the server, until it is told. */
interface DeliveryPieceRow {
  readonly delivery_number: number;
  readonly number: number;
  readonly bytes: Uint8Array;
}

interface HandleRow {
  readonly number: number;
  readonly word: string;
}

export interface FactRow {
  readonly connection_number: number;
  readonly reference: string;
  readonly kind: string;
  readonly at: number;
  readonly until: number | null;
  readonly actor: number | null;
  readonly other: number | null;
  readonly item: string | null;
  readonly place: string | null;
  readonly path: string | null;
  readonly size: number | null;
  readonly detail: string | null;
  /** Number of the delivery that told it first. */
  readonly told_by: number;
  /** Number of the transaction that kept it. */
  readonly kept: number;
}

/** All facts that were kept under some numbers, packed; they stand in rows as well. */
export interface FactPackRow {
  readonly first: number;
  readonly last: number;
  readonly format: number;
  readonly facts: number;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

export interface NamingRow {
  readonly connection_number: number;
  /** Digest of what it says. */
  readonly key: string;
  readonly handle: number | null;
  readonly place: string | null;
  readonly name: string | null;
  readonly mail: string | null;
  readonly actor: string | null;
  readonly same_as: string | null;
  readonly told_by: number;
}
