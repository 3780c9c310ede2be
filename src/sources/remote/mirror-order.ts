import type { MirrorLimits } from '#sources/mirrors/mirror-limits.ts';
import type { SourceAddress } from './parse-address.ts';

export type RemoteAddress = Exclude<SourceAddress, { readonly kind: 'folder' }>;

export interface MirrorOrder {
  readonly remote: RemoteAddress;
  /** A folder of ours, made when it is missing. */
  readonly folder: string;
  readonly privateAllowed: boolean;
  /** https: a token, or `name:token`. ssh: a private key. */
  readonly credential?: string | undefined;
  /** Certificates to trust besides the usual ones. */
  readonly authorities?: string | undefined;
  /** What it may take of disk and time; the usual where nothing is said. */
  readonly limits?: MirrorLimits | undefined;
  readonly signal?: AbortSignal | undefined;
}
