/**
 * # Actors
 * What it says: whether a name and e-mail belong to a person, to an automation or to an AI agent.
 * Formula: kind = what the configuration says, else agent if a known agent address or account matches, else bot if a known automation or a bot-shaped account matches, else human.
 * Reading: bots and agents keep their commits but are never people; a person called Claude, Devin, Jules or Travis stays a person, because a first name alone never decides.
 * Source: account names published by the agents' makers; T. Dey et al., "Detecting and Characterizing Bots that Commit Code", MSR 2020 (name, e-mail and `[bot]` suffix).
 * Weakness: an automation that commits under somebody's own name is not seen; list it under actors in the configuration.
 */
import {
  AGENT_MODEL,
  AGENT_NAMES,
  BOT_HANDLE,
  BOT_HOST,
  BOT_NAMES,
  KNOWN_AGENT_LOGINS,
  KNOWN_AGENT_MAILBOXES,
  KNOWN_BOT_LOGINS,
  SERVICE_HANDLE,
} from './known-actors.ts';
import { type Identity, identityKeys, type IdentityKeys, nameKey } from './identity-keys.ts';

export type IdentityKind = 'human' | 'bot' | 'agent';

/** Extra patterns from the configuration: `*` stands for anything, compared with `Name <e-mail>`, the name and the e-mail, any case. */
export interface ActorPatterns {
  readonly bots?: readonly string[] | undefined;
  readonly agents?: readonly string[] | undefined;
  /** Wins over everything: these are people. */
  readonly humans?: readonly string[] | undefined;
}

/** Tells people from automations and AI agents. Callers that have the keys already may pass them. */
export function actorKind(
  identity: Identity,
  { humans = [], agents = [], bots = [] }: ActorPatterns = {},
  keys: IdentityKeys = identityKeys(identity),
): IdentityKind {
  if (matches(humans, identity)) return 'human';
  if (matches(agents, identity)) return 'agent';
  if (matches(bots, identity)) return 'bot';
  const named = bareName(identity, keys);
  if (looksLikeAgent(identity, named, keys)) return 'agent';
  return looksLikeBot(identity, named, keys) ? 'bot' : 'human';
}

function looksLikeAgent(identity: Identity, named: string, { mailbox, handle }: IdentityKeys): boolean {
  if (KNOWN_AGENT_MAILBOXES.has(mailbox)) return true;
  const login = handle.replace(/\[bot\]$/, '');
  const onPlatform = /noreply\./.test(mailbox);
  const isBotAccount = /\[bot\]/.test(identity.email + identity.name);
  if (
    (onPlatform || isBotAccount) &&
    (KNOWN_AGENT_LOGINS.has(login) || (isBotAccount && KNOWN_AGENT_LOGINS.has(named.replaceAll(' ', '-'))))
  )
    return true;
  return AGENT_MODEL.test(identity.name) || AGENT_NAMES.some((pattern) => pattern.test(named));
}

function looksLikeBot(identity: Identity, named: string, { mailbox, handle }: IdentityKeys): boolean {
  if (BOT_HOST.test(mailbox) || SERVICE_HANDLE.test(handle) || /\[bot\]/.test(handle) || /\[bot\]\s*$/i.test(identity.name)) return true;
  if (KNOWN_BOT_LOGINS.has(handle) || KNOWN_BOT_LOGINS.has(named.replaceAll(' ', '-'))) return true;
  if (BOT_NAMES.some((pattern) => pattern.test(named)) || (BOT_HANDLE.test(handle) && !/\S\s\S/.test(identity.name))) return true;
  return / (?:bot|ci)$/.test(named) && /bot|\bci\b|build|noreply|no-reply|jenkins/.test(handle);
}

/** The key of the name without the mark that platforms put behind an automation's. */
function bareName({ name }: Identity, keys: IdentityKeys): string {
  return /\[bot\]/i.test(name) ? nameKey(name.replace(/\[bot\]/gi, '')) : keys.name;
}

function matches(patterns: readonly string[], identity: Identity): boolean {
  if (patterns.length === 0) return false;
  const texts = [identity.name, identity.email, `${identity.name} <${identity.email}>`].map((text) => text.toLowerCase());
  return patterns.some((pattern) => texts.some((text) => fitsWildcard(pattern.toLowerCase(), text)));
}

/** `*` stands for any text. Step by step instead of a regular expression: patterns come from repositories, and must not hang. */
function fitsWildcard(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [head, tail] = [parts[0]!, parts.at(-1)!];
  if (parts.length === 1) return text === pattern;
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  let at = head.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - tail.length) return false;
    at = found + part.length;
  }
  return true;
}
