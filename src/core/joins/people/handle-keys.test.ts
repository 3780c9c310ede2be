import { expect, it } from 'vitest';
import { keysOfHandle } from './handle-keys.ts';

it.each([
  ['mail:svc-nagios@acme.test', [], [], 'bot'],
  ['mail:acme-ci@acme.test', [], [], 'bot'],
  ['mail:ada@acme.test', [], [], 'human'],
  ['pagerduty:PU1', ['svc-terraform'], [], 'bot'],
  ['pagerduty:PU1', ['Terraform Automation'], ['ops@acme.test'], 'bot'],
  ['pagerduty:PU1', ['Ada Example'], ['ada@acme.test'], 'human'],
  ['slack:U1', ['jenkins-ci'], [], 'bot'],
  ['slack:U1', ['ada'], [], 'human'],
  ['name:svc_backup', [], [], 'bot'],
  ['name:Ada Example', [], [], 'human'],
  ['gitlab:acme-ci', [], [], 'bot'],
  ['github:octo-ada', ['Ada Example'], ['ada@acme.test'], 'human'],
] as const)('[joins.1] %s, called %j with %j, is a %s', (handle, names, mails, kind) => {
  expect(keysOfHandle({ handle, names, mails, kind: undefined } as unknown as Parameters<typeof keysOfHandle>[0]).kind).toBe(kind);
});
