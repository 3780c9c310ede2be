import type { ReplyOf, SentTo } from '#contract/operations.ts';

type Options = ReplyOf<'begin-my-passkey'>['options'];
type Said = SentTo<'add-my-passkey'>['body']['response'];

/** Has the authenticator make a passkey for this site. */
export async function authenticatorMakes(options: Options): Promise<Said> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as PublicKeyCredentialCreationOptionsJSON);
  return saidBy(await navigator.credentials.create({ publicKey }).catch(inOurWords));
}

/** Has whoever sits here prove that they hold a passkey of this site. */
export async function authenticatorShows(options: Options): Promise<Said> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as PublicKeyCredentialRequestOptionsJSON);
  return saidBy(await navigator.credentials.get({ publicKey }).catch(inOurWords));
}

function saidBy(credential: Credential | null): Said {
  if (credential === null) throw told(REASONS.NotAllowedError);
  return (credential as PublicKeyCredential).toJSON() as unknown as Said;
}

/** Browsers tell little on purpose, and in the words of programmers. */
const REASONS = {
  NotAllowedError: ['Nothing came of it: it was cancelled, took too long, or there is no passkey for this site here.', 'Try it again.'],
  InvalidStateError: ['This device holds a passkey of yours already.', 'Use that one, or make one on another device.'],
} as const;

function inOurWords(problem: unknown): never {
  const name = problem instanceof Error ? problem.name : '';
  if (name in REASONS) throw told(REASONS[name as keyof typeof REASONS]);
  throw problem;
}

function told([message, remedy]: readonly [message: string, remedy: string]): Error {
  return Object.assign(new Error(message), { remedy });
}
