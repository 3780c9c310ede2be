/** A file as somebody would have exported it; `text` in pieces, so that a long one never stands in memory twice. */
export interface PayloadFile {
  readonly path: string;
  readonly text: string;
}
