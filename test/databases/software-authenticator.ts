import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What may be wrong with an authenticator, or with who speaks for it. */
export interface Mischief {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly verifiedPerson?: boolean;
  readonly key?: KeyObject;
  readonly counter?: number;
}

/** An authenticator without hardware: one ES256 key, as WebAuthn level 2 describes it, without attestation. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32);
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  register({ challenge }: { readonly challenge: string }, mischief: Mischief = {}) {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' });
    const [left, right] = [x!, y!].map((part) => Buffer.from(part, 'base64url'));
    const cose = map([int(1), int(2)], [int(3), int(-7)], [int(-1), int(1)], [int(-2), bytes(left!)], [int(-3), bytes(right!)]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const authData = Buffer.concat([this.#facts(0x41, mischief), Buffer.alloc(16), length, this.id, cose]);
    const attestationObject = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(authData)]);
    return this.#response({
      clientDataJSON: this.#clientData('webauthn.create', challenge, mischief).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal' as const],
    });
  }

  signIn({ challenge }: { readonly challenge: string }, mischief: Mischief = {}) {
    this.#counter++;
    const authenticatorData = this.#facts(0x01, mischief);
    const clientDataJSON = this.#clientData('webauthn.get', challenge, mischief);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
    return this.#response({
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, mischief.key ?? this.#keys.privateKey).toString('base64url'),
    });
  }

  /** Hash of the site, flags (person there, and verified), and how often the key was used. */
  #facts(flags: number, { host = new URL(this.#origin).hostname, verifiedPerson = true, counter = this.#counter }: Mischief): Buffer {
    const rest = Buffer.alloc(5);
    rest.writeUInt8(verifiedPerson ? flags | 0x04 : flags);
    rest.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(host).digest(), rest]);
  }

  #clientData(type: string, challenge: string, mischief: Mischief): Buffer {
    const said = { type, challenge: mischief.challenge ?? challenge, origin: mischief.origin ?? this.#origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(said));
  }

  #response<Response>(response: Response) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, response, clientExtensionResults: {} };
  }
}

/** Just enough CBOR (RFC 8949). */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 256) return Buffer.of((major << 5) | 24, value);
  return Buffer.of((major << 5) | 25, value >> 8, value & 255);
}

function int(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
}

function map(...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([head(5, pairs.length), ...pairs.flat()]);
}
