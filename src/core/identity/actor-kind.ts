/**
 * # Actors
 * What it says: whether a name and e-mail belong to a person, to an automation or to an AI agent.
 * Formula: kind = what the configuration says, else agent if a known agent address or account matches, else bot if a known automation or a bot-shaped account matches, else human.
 * Reading: bots and agents keep their commits but are never people; a person called Claude, Devin, Jules or Travis stays a person, because a first name alone never decides.
 * Source: account names published by the agents' makers; T. Dey et al., "Detecting and Characterizing Bots that Commit Code", MSR 2020 (name, e-mail and `[bot]` suffix).
 * Weakness: an automation that commits under somebody's own name is not seen; list it under actors in the configuration.
 */
import { handleOf, type Identity, mailboxKey, nameKey } from './identity-keys.ts';

export type IdentityKind = 'human' | 'bot' | 'agent';

/** Extra patterns from the configuration: `*` stands for anything, compared with `Name <e-mail>`, the name and the e-mail, any case. */
export interface ActorPatterns {
  readonly bots?: readonly string[] | undefined;
  readonly agents?: readonly string[] | undefined;
  /** Wins over everything: these are people. */
  readonly humans?: readonly string[] | undefined;
}

type Compiled = RegExp | null;

/** Compiled patterns: people, agents, bots. */
export type CompiledActors = readonly [humans: Compiled, agents: Compiled, bots: Compiled];

/** Addresses that AI agents sign with. */
const AGENT_MAILBOXES = new Set([
  'noreply@anthropic.com',
  'claude@anthropic.com',
  'cursoragent@cursor.com',
  'agent@cursor.com',
  'noreply@cursor.com',
  'noreply@openai.com',
  'codex@openai.com',
  'noreply@aider.chat',
  'aider@aider.chat',
  'amp@ampcode.com',
  'noreply@ampcode.com',
  'gemini-code-assist@google.com',
  'gemini-cli@google.com',
  'noreply-gemini@google.com',
  'copilot@github.com',
  'noreply@windsurf.com',
  'noreply@codeium.com',
  'noreply@opencode.ai',
  'devin@cognition.ai',
  'noreply@devin.ai',
  'openhands@all-hands.dev',
  'noreply@kilocode.ai',
  'roomote@roocode.com',
  'noreply@factory.ai',
  'crush@charm.land',
  'noreply@jetbrains.ai',
  'q-developer@amazon.com',
  'noreply@zed.dev',
  'noreply@warp.dev',
]);
/** Platform accounts of agents, without `[bot]`. */
const AGENT_LOGINS = new Set([
  'copilot',
  'copilot-swe-agent',
  'copilot-pull-request-reviewer',
  'claude',
  'claude-code',
  'anthropic-claude',
  'codex',
  'openai-codex',
  'chatgpt-codex-connector',
  'cursor',
  'cursoragent',
  'cursor-agent',
  'devin-ai-integration',
  'google-labs-jules',
  'jules-google',
  'gemini-code-assist',
  'gemini-cli',
  'google-gemini',
  'amp',
  'ampcode',
  'amp-code',
  'aider',
  'aider-chat',
  'sweep-ai',
  'sweep-nightly',
  'openhands-agent',
  'openhands',
  'amazon-q-developer',
  'coderabbitai',
  'windsurf-bot',
  'factory-droid',
  'qodo-merge-pro',
  'codegen-sh',
  'ellipsis-dev',
  'roomote',
  'opencode',
  'opencode-agent',
  'kilocode',
  'replit-agent',
]);
/** Names that no human carries: a product, with or without its model. */
const AGENT_NAME =
  /^(?:github )?copilot(?: (?:swe )?agent| coding agent| autofix.*)?$|^claude (?:opus|sonnet|haiku|code|fable|ai|instant|agent|v?\d).*$|^(?:openai )?(?:codex(?: cli| agent)?|chatgpt(?: .*)?|gpt ?\d.*)$|^cursor ?(?:agent|ai)$|^devin ai(?: integration)?$|^aider(?: .*)?$|^gemini (?:code assist|cli|pro|flash|\d).*$|^google (?:labs )?jules$|^amp(?: code| agent)$|^windsurf(?: .*)?$|^openhands(?: .*)?$|^sweep ai$|^amazon q(?: developer)?$|^opencode(?: .*)?$|^roo code$|^kilo code$|^replit agent$|^factory droid$|^coderabbit(?: ai)?$/;

const BOT_LOGINS = new Set(
  (
    'dependabot dependabot-preview renovate renovate-bot greenkeeper greenkeeperio-bot snyk-bot github-actions github-merge-queue github-classroom mergify homu kodiak codecov codecov-io travis-ci travisbot circleci ' +
    'semantic-release-bot release-please release-drafter pre-commit-ci pyup-bot requires-io imgbot allcontributors all-contributors weblate transifex crowdin-bot web-flow nix-update ' +
    'gopherbot gobot k8s-ci-robot k8s-publishing-bot openshift-merge-robot openshift-ci-robot ansibot ansibullbot rails-bot rust-bors rust-highfive facebook-github-bot meta-codesync copybara-service copybara copybot ' +
    'deepsource-autofix lgtm-com restyled-io scala-steward gitpod-io gitbook-bot whitesource-bolt-for-github mend-bolt-for-github jenkins-x-bot ci-robot autofix-ci changeset-bot botberry skylines-bot swift-ci ' +
    'fastlane-bot buildbot zuul openstack-ci gerrit-bot luci-bisection chromium-autoroll skia-autoroll v8-autoroll depfu violinist-bot fossabot houndci-bot step-security-bot pyca-boringbot nodejs-github-bot node-js-github-bot electron-bot mdn-bot azure-pipelines'
  ).split(' '),
);
const BOT_HOSTS =
  /(?:\.gserviceaccount\.com|@dependabot\.com|@(?:renovateapp|whitesourcesoftware|greenkeeper|snyk|mergify|imgbot|pyup|weblate|allcontributors)\.(?:com|io|org|net))$/;
const BOT_HANDLE =
  /(?:\[bot\]|[-_.]bot|[-_.]robot|[-_.](?:ci|jenkins|autoroll|autoroller|automation))$|^(?:bot|robot|jenkins|buildbot|travis-ci|ci)[-_.]|^(?:gitlab-ci|project_\d+_bot.*|group_\d+_bot.*|svc[-_.].+)$/;
const BOT_NAME =
  /\b(?:robot|autoroll(?:er)?|automation)$|^(?:jenkins|travis ci|github actions?|gitlab ci|dependabot|renovate|bors|homu|mergify|weblate|transifex|crowdin|gopher robot|continuous integration|build bot|ci bot|semantic release|release bot|auto merger?)(?: |$)/;

/** Tells people from automations and AI agents. */
export function actorKind(identity: Identity, patterns: CompiledActors = [null, null, null]): IdentityKind {
  const [humans, agents, bots] = patterns;
  if (matches(humans, identity)) return 'human';
  if (matches(agents, identity)) return 'agent';
  if (matches(bots, identity)) return 'bot';
  if (looksLikeAgent(identity)) return 'agent';
  return looksLikeBot(identity) ? 'bot' : 'human';
}

/** Compiles configured patterns once: people, agents, bots. */
export function compileActors(patterns: ActorPatterns): CompiledActors {
  return [compile(patterns.humans), compile(patterns.agents), compile(patterns.bots)];
}

function looksLikeAgent(identity: Identity): boolean {
  const mailbox = mailboxKey(identity.email);
  if (AGENT_MAILBOXES.has(mailbox)) return true;
  const login = handleOf(identity.email).replace(/\[bot\]$/, '');
  const onPlatform = /noreply\./.test(mailbox);
  const named = bare(identity.name);
  const isBotAccount = /\[bot\]/.test(identity.email + identity.name);
  if ((onPlatform || isBotAccount) && (AGENT_LOGINS.has(login) || (isBotAccount && AGENT_LOGINS.has(named.replaceAll(' ', '-')))))
    return true;
  return AGENT_NAME.test(named);
}

function looksLikeBot(identity: Identity): boolean {
  const mailbox = mailboxKey(identity.email);
  const handle = handleOf(identity.email);
  const named = bare(identity.name);
  if (BOT_HOSTS.test(mailbox) || /\[bot\]/.test(handle) || /\[bot\]\s*$/i.test(identity.name)) return true;
  if (BOT_LOGINS.has(handle) || BOT_LOGINS.has(named.replaceAll(' ', '-'))) return true;
  if (BOT_NAME.test(named) || (BOT_HANDLE.test(handle) && !/^\S+ \S+/.test(named))) return true;
  return / (?:bot|ci)$/.test(named) && /bot|\bci\b|build|noreply|no-reply|jenkins/.test(handle);
}

function bare(name: string): string {
  return nameKey(name.replace(/\[bot\]/gi, ''));
}

function compile(patterns: readonly string[] | undefined): RegExp | null {
  if (patterns === undefined || patterns.length === 0) return null;
  const parts = patterns.map((pattern) =>
    pattern
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^]*?'),
  );
  return new RegExp(`^(?:${parts.join('|')})$`, 'i');
}

function matches(pattern: RegExp | null, identity: Identity): boolean {
  if (pattern === null) return false;
  return pattern.test(identity.name) || pattern.test(identity.email) || pattern.test(`${identity.name} <${identity.email}>`);
}
