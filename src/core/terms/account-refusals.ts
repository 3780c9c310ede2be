/** Refusals around accounts: part of the table in `refusals.ts`. */
export const ACCOUNT_REFUSALS = {
  'sign-in-refused': {
    sentence: 'This address and password do not open an account.',
    remedy: 'Check both, or ask an administrator for a link that sets a new password.',
  },
  'sign-in-waits': {
    sentence: 'There were too many attempts; the next one is heard in {seconds} seconds.',
    remedy: 'Wait, or ask an administrator for a link that sets a new password. Who is signed in already stays so.',
  },
  'sign-in-busy': {
    sentence: 'Too many people are signing in at this moment.',
    remedy: 'Try again in a few seconds.',
  },
  'not-signed-in': {
    sentence: 'Nobody is signed in here, or not any more.',
    remedy: 'Sign in, or send a token that is in force: `Authorization: Bearer …`.',
  },
  'not-yours': {
    sentence: 'None of your roles lets you do this.',
    remedy: 'An administrator gives roles; docs/guide/privacy.md says what each of them sees and may do.',
  },
  'out-of-scope': {
    sentence: 'This token was not made for this: it lacks the scope "{scope}".',
    remedy: 'Make another token with that scope, under Settings.',
  },
  'session-needed': {
    sentence: 'This is done by the person themself, not with a token.',
    remedy: 'Sign in with a browser and do it there.',
  },
  'password-weak': {
    sentence: 'This password is not taken: {reason}.',
    remedy: 'Take four words that nobody would expect beside each other, or let a password manager make one.',
  },
  'link-over': {
    sentence: 'This link opens nothing: it was used, has run out, or was replaced by another.',
    remedy:
      'Ask an administrator for a new one; the very first one is printed by `understudy accounts first-link` on the machine that serves.',
  },
  'accounts-begun': {
    sentence: 'There are accounts already, so there is no first link any more.',
    remedy: 'Ask an administrator for an invitation; `understudy accounts reset EMAIL` prints a link that sets a new password.',
  },
  'account-known': {
    sentence: 'There is an account for {email} already.',
    remedy: 'Use that one: give it the roles that are needed, or bring it back if it was deactivated.',
  },
  'account-unknown': {
    sentence: 'There is no account "{account}".',
    remedy: 'List them: `understudy accounts`.',
  },
  'account-deactivated': {
    sentence: 'The account of {name} is deactivated.',
    remedy: 'Bring it back first, if they are back.',
  },
  'bad-email': {
    sentence: '"{email}" is no e-mail address.',
    remedy: 'Write it as name@host, without a name before it.',
  },
  'bad-name': {
    sentence: 'This name is empty, too long, or holds signs that cannot be shown.',
    remedy: 'Give 1 to 200 characters without control signs.',
  },
  'last-administrator': {
    sentence: 'This would leave nobody who administers this installation.',
    remedy: 'Make somebody else an administrator first.',
  },
  'bad-grant': {
    sentence: 'This role cannot be given so: {reason}.',
    remedy: 'Roles and what they see: docs/guide/privacy.md; a role holds everywhere, for one team, or for one area.',
  },
  'claim-word': {
    sentence: 'This cannot be said of that claim, merge or join: {reason}.',
    remedy: 'docs/guide/accounts.md says who confirms what; look at its state first.',
  },
  'claim-taken': {
    sentence: 'This spelling of the history belongs to another account, or is claimed by you already.',
    remedy: 'If that is wrong, an administrator refuses the other claim first.',
  },
  'claim-unknown': {
    sentence: 'There is no such claim or merge.',
    remedy: 'List them again: it may have been decided by somebody else.',
  },
  'team-known': {
    sentence: 'There is a team "{name}" already.',
    remedy: 'Use that one, or another name.',
  },
  'team-unknown': {
    sentence: 'There is no team "{team}", or not any more.',
    remedy: 'List the teams.',
  },
  'bad-token': {
    sentence: 'This token cannot be made: {reason}.',
    remedy:
      'Tokens of people are made by themselves while signed in, tokens of services by administrators; docs/guide/accounts.md lists the scopes.',
  },
  'not-there': {
    sentence: 'That is not there, or not yours.',
    remedy: 'List what is there.',
  },
  'passkey-refused': {
    sentence: 'This passkey opens no account here: {reason}.',
    remedy: 'Begin anew, sign in with a password, or ask an administrator for a link.',
  },
  'provider-refused': {
    sentence: 'The sign-in at the provider did not open an account: {reason}.',
    remedy: 'Begin anew; if it happens again, an administrator checks the invitation and the settings of the provider.',
  },
  'provider-missing': {
    sentence: 'No provider is set up to sign in with.',
    remedy: 'Whoever runs the server sets UNDERSTUDY_OIDC_ISSUER, UNDERSTUDY_OIDC_CLIENT_ID and UNDERSTUDY_OIDC_CLIENT_SECRET_FILE.',
  },
  'scim-filter': {
    sentence: 'This filter is not understood.',
    remedy: 'Use userName eq "…" or externalId eq "…".',
  },
  'scim-value': {
    sentence: 'A value of this change is neither true nor false.',
    remedy: 'Send `active` as true or false.',
  },
} as const;
