/** Addresses that AI agents sign with. */
export const KNOWN_AGENT_MAILBOXES: ReadonlySet<string> = new Set(
  (
    'noreply@anthropic.com claude@anthropic.com cursoragent@cursor.com agent@cursor.com noreply@cursor.com ' +
    'noreply@openai.com codex@openai.com noreply@aider.chat aider@aider.chat amp@ampcode.com noreply@ampcode.com ' +
    'gemini-code-assist@google.com gemini-cli@google.com noreply-gemini@google.com copilot@github.com noreply@windsurf.com ' +
    'noreply@codeium.com noreply@opencode.ai devin@cognition.ai noreply@devin.ai openhands@all-hands.dev ' +
    'noreply@kilocode.ai roomote@roocode.com noreply@factory.ai crush@charm.land noreply@jetbrains.ai ' +
    'q-developer@amazon.com noreply@zed.dev noreply@warp.dev'
  ).split(' '),
);

/** Platform accounts of AI agents, without `[bot]`. */
export const KNOWN_AGENT_LOGINS: ReadonlySet<string> = new Set(
  (
    'copilot copilot-swe-agent copilot-pull-request-reviewer claude claude-code anthropic-claude codex openai-codex ' +
    'chatgpt-codex-connector cursor cursoragent cursor-agent devin-ai-integration google-labs-jules jules-google ' +
    'gemini-code-assist gemini-cli google-gemini amp ampcode amp-code aider aider-chat sweep-ai sweep-nightly ' +
    'openhands-agent openhands amazon-q-developer coderabbitai windsurf-bot factory-droid qodo-merge-pro codegen-sh ' +
    'ellipsis-dev roomote opencode opencode-agent kilocode replit-agent'
  ).split(' '),
);

/** Accounts and names of automations that need no other sign. */
export const KNOWN_BOT_LOGINS: ReadonlySet<string> = new Set(
  (
    'dependabot dependabot-preview renovate renovate-bot greenkeeper greenkeeperio-bot snyk-bot github-actions ' +
    'github-merge-queue github-classroom mergify homu kodiak codecov codecov-io travis-ci travisbot circleci ' +
    'semantic-release-bot release-please release-drafter pre-commit-ci pyup-bot requires-io imgbot allcontributors ' +
    'all-contributors weblate transifex crowdin-bot web-flow nix-update gopherbot gobot k8s-ci-robot k8s-publishing-bot ' +
    'openshift-merge-robot openshift-ci-robot ansibot ansibullbot rails-bot rust-bors rust-highfive facebook-github-bot ' +
    'meta-codesync copybara-service copybara copybot deepsource-autofix lgtm-com restyled-io scala-steward gitpod-io ' +
    'gitbook-bot whitesource-bolt-for-github mend-bolt-for-github jenkins-x-bot ci-robot autofix-ci changeset-bot botberry ' +
    'skylines-bot swift-ci fastlane-bot buildbot zuul openstack-ci gerrit-bot luci-bisection chromium-autoroll ' +
    'skia-autoroll v8-autoroll depfu violinist-bot fossabot houndci-bot step-security-bot pyca-boringbot nodejs-github-bot ' +
    'node-js-github-bot electron-bot mdn-bot azure-pipelines slackbot fluxcdbot argocd-image-updater'
  ).split(' '),
);

/** Names that no human carries: a product, alone or with its model. */
export const AGENT_NAMES: readonly RegExp[] = [
  /^(?:github )?copilot(?: (?:swe )?agent| coding agent| autofix.*)?$/,
  /^claude (?:opus|sonnet|haiku|code|fable|ai|instant|agent|v?\d).*$/,
  /^(?:openai )?(?:codex(?: cli| agent)?|chatgpt(?: .*)?|gpt ?\d.*)$/,
  /^(?:cursor ?(?:agent|ai)|devin ai(?: integration)?|aider|sweep ai|amazon q(?: developer)?|opencode|roo code|kilo code)$/,
  /^(?:gemini (?:code assist|cli|pro|flash|\d).*|google (?:labs )?jules|amp (?:code|agent)|windsurf(?: (?:ai|cascade))?)$/,
  /^(?:openhands|replit agent|factory droid|coderabbit(?: ai)?|ai)$/,
];

/** A model named anywhere in a name, as in `AI (Pi/GPT-5.5)`. */
export const AGENT_MODEL = /\b(?:gpt[- ]?\d|claude[- ](?:opus|sonnet|haiku|code|\d)|gemini[- ](?:cli|pro|flash|\d))/i;

/** Hosts that only machines write from. */
export const BOT_HOST = /(?:\.gserviceaccount\.com|@dependabot\.com)$/;
/** Logins and local parts of automations. */
export const BOT_HANDLE =
  /(?:\[bot\]|[-_.]bot|[-_.]robot|[-_.](?:ci|build|builder|jenkins|autoroll|autoroller|automation))$|^(?:bot|robot|jenkins|buildbot|travis-ci|ci)[-_.]|^(?:gitlab-ci|project_\d+_bot.*|group_\d+_bot.*|svc[-_.].+)$/;
/** Accounts that nobody calls a person by, whatever name is written beside them: `Deploy Service <svc-deploy@…>`. */
export const SERVICE_HANDLE = /^(?:svc|service-?account|machine-?user)[-_.]|[-_.](?:automation|service-?account|machine-?user)$/;
/** Names of automations. One word that may be a name (Jenkins, Travis) counts only alone. */
export const BOT_NAMES: readonly RegExp[] = [
  /\b(?:robot|autoroll(?:er)?|automation|service account|machine user)$/,
  /^(?:jenkins|automation|service|machine|deploy(?:ment)?|build|release) (?:user|account)\b/,
  /^(?:jenkins|bors|homu|mergify|weblate|transifex|crowdin|dependabot|renovate)$/,
  /^(?:travis|gitlab|circle) ci\b|^(?:github actions?|gopher robot|continuous integration|build bot|ci bot|semantic release|release bot|auto ?merger?)\b/,
];
