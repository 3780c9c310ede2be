import { describe, expect, it } from 'vitest';
import { actorKind } from './actor-kind.ts';

describe('actorKind', () => {
  it.each([
    ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com', 'bot'],
    ['renovate-bot', 'bot@firm.example', 'bot'],
    ['Gopher Robot', 'gopher@project.example', 'bot'],
    ['Deploy Service', 'deploy@project.iam.gserviceaccount.com', 'bot'],
    ['project_12_bot_x', 'project_12_bot_x@noreply.gitlab.com', 'bot'],
    ['Jenkins', 'jenkins@build.firm.example', 'bot'],
    ['CI', 'svc-ci@firm.example', 'bot'],
    ['Deploy Service', 'svc-deploy@firm.example', 'bot'],
    ['Release Train', 'acme-automation@firm.example', 'bot'],
    ['Acme Machine User', 'acme@firm.example', 'bot'],
    ['Jenkins User', 'builds@firm.example', 'bot'],
    ['Service Account', 'x@firm.example', 'bot'],
    ['acme-machine-user', 'acme-machine-user@users.noreply.github.com', 'bot'],
    ['Svcen Lind', 'svcen@firm.example', 'human'],
    ['Ann Service', 'ann@firm.example', 'human'],
    ['Maria Cipriani', 'maria-ci@firm.example', 'human'],
    ['Talbot', 'talbot@firm.example', 'human'],
    ['Claude Opus 4.6', 'noreply@anthropic.com', 'agent'],
    ['Claude', 'noreply@anthropic.com', 'agent'],
    ['copilot-swe-agent[bot]', '198982749+Copilot@users.noreply.github.com', 'agent'],
    ['Copilot', '175728472+Copilot@users.noreply.github.com', 'agent'],
    ['Cursor Agent', 'cursoragent@cursor.com', 'agent'],
    ['devin-ai-integration[bot]', '158243242+devin-ai-integration[bot]@users.noreply.github.com', 'agent'],
    ['google-labs-jules[bot]', '161369871+google-labs-jules[bot]@users.noreply.github.com', 'agent'],
    ['aider (gpt-4o)', 'aider@aider.chat', 'agent'],
    ['AI (Pi/GPT-5.5)', 'ann@firm.example', 'agent'],
    ['Amp', 'amp@ampcode.com', 'agent'],
    ['Gemini CLI', 'someone@firm.example', 'agent'],
    ['Codex', 'codex@openai.com', 'agent'],
    ['Claude Moreau', 'claude@moreau.example', 'human'],
    ['Claude', 'claude@moreau.example', 'human'],
    ['Devin Ortiz', 'devin@firm.example', 'human'],
    ['Jules Petit', 'jules@firm.example', 'human'],
    ['Travis', 'travis@firm.example', 'human'],
    ['Jenkins Moore', 'jmoore@firm.example', 'human'],
    ['Rob Otter', 'robotter@firm.example', 'human'],
    ['Jan Bot', 'jan@firm.example', 'human'],
    ['Ann Lee', 'ann+github@firm.example', 'human'],
    ['Ann Lee', 'alee@anthropic.com', 'human'],
  ] as const)('[identity.5] %s <%s> is %s', (name, email, kind) => {
    expect(actorKind({ name, email })).toBe(kind);
  });

  it.each([
    [{ bots: ['deploy-*'] }, 'deploy-eu', 'x@firm.example', 'bot'],
    [{ bots: ['*@machines.firm.example'] }, 'Ann Lee', 'ann@machines.firm.example', 'bot'],
    [{ bots: ['Ann Lee <*>'] }, 'Ann Lee', 'a@b.example', 'bot'],
    [{ agents: ['Helper*Model'] }, 'Helper Big Model', 'x@y.example', 'agent'],
    [{ humans: ['Jenkins'], bots: ['jenkins'] }, 'Jenkins', 'j@firm.example', 'human'],
    [{ bots: ['ann'] }, 'Ann Lee', 'ann.lee@firm.example', 'human'],
    [{ bots: ['a.c'] }, 'abc', 'x@y.example', 'human'],
    [{ bots: ['ab*ba'] }, 'aba', 'x@y.example', 'human'],
  ] as const)('[identity.5] the configuration %j makes %s <%s> %s', (patterns, name, email, kind) => {
    expect(actorKind({ name, email }, patterns)).toBe(kind);
  });

  it('[identity.5] a hostile pattern does not hang', () => {
    const name = 'a'.repeat(5000);
    expect(actorKind({ name, email: '' }, { bots: [`${'*a'.repeat(2000)}*b`] })).toBe('human');
  }, 30_000);
});
