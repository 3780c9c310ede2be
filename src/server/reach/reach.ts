import { X509Certificate, createPrivateKey } from 'node:crypto';
import { refusal } from '#core/terms/refusals.ts';

/** Where a server listens and under which name people come to it. */
export interface Reach {
  readonly host: string;
  readonly port: number;
  /** `https://understudy.example`: how people reach it, where that is not the address that is listened on. */
  readonly publicUrl?: string | undefined;
  /** One proxy of ours stands in front: what it says about where a request comes from is believed. */
  readonly behindProxy: boolean;
  readonly tls?: Tls | undefined;
}

export interface Tls {
  readonly cert: string;
  readonly key: string;
  /** Names that the certificate is for. */
  readonly names: readonly string[];
}

export interface ReachWish {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly behindProxy: boolean;
  /** Texts of both files, PEM. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Refuses to carry passwords and figures over a network in the clear, whatever was meant. */
export function reachOf({ host, port, publicUrl, behindProxy, tls }: ReachWish): Reach {
  const url = publicUrl === undefined ? undefined : originOf(publicUrl);
  if (url === undefined && behindProxy)
    throw refusal('public-url', { url: '', reason: 'a proxy is in front, and the name it answers to was not given' });
  const certificate = tls && tlsOf(tls);
  const encrypted = certificate !== undefined || url?.startsWith('https:') === true;
  if (!isLoopback(host) && !encrypted) throw refusal('serve-open', { host });
  if (!isLoopback(host) && url === undefined && certificate?.names.length === 0)
    throw refusal('public-url', { url: '', reason: 'the certificate names no host, so people cannot be sent to one' });
  return { host, port, publicUrl: url, behindProxy, tls: certificate };
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host.startsWith('127.');
}

function originOf(text: string): string {
  const refuse = (reason: string) => refusal('public-url', { url: text, reason });
  if (!URL.canParse(text)) throw refuse('it is no address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('it is neither https nor http');
  if (url.username !== '' || url.password !== '') throw refuse('it holds a name or a password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') throw refuse('it has a path, and pages live at the top');
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replaceAll(/[[\]]/g, ''))) throw refuse('passwords would travel in the clear');
  return url.origin;
}

function tlsOf({ cert, key }: { readonly cert: string; readonly key: string }): Tls {
  try {
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key))) throw new Error('the key does not belong to the certificate');
    return { cert, key, names: namesIn(certificate.subjectAltName ?? '') };
  } catch (problem) {
    throw refusal('tls-files', { reason: (problem as Error).message });
  }
}

/** `DNS:a.example, DNS:*.b.example, IP Address:10.0.0.1`; a name with a star is none that somebody can be sent to. */
function namesIn(alternatives: string): readonly string[] {
  return [...alternatives.matchAll(/(?:DNS|IP Address):([\w.:-]+)(?=,|$)/g)].map(([, name]) =>
    name!.includes(':') ? `[${name!}]` : name!,
  );
}
