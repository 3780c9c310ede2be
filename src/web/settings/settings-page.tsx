import { visible } from '#core/report/visible.ts';
import { MergeList } from '#web/claims/merge-list.tsx';
import { OwnClaims } from '#web/claims/own-claims.tsx';
import { ProposeMerge } from '#web/claims/propose-merge.tsx';
import { OwnJoinsPart } from '#web/joins/joins-part.tsx';
import { OwnPasskeys } from '#web/passkeys/own-passkeys.tsx';
import { ActButton } from '#web/plain/form.tsx';
import { Page, Part } from '#web/plain/page.tsx';
import { useMe } from '#web/team/me-context.ts';
import { OwnTokens } from '#web/tokens/own-tokens.tsx';
import { useAct } from '#web/server/use-server.ts';
import { ChangePassword } from './change-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { OwnTeams } from './own-teams.tsx';

/** One's own account, and how this installation runs. */
export function SettingsPage() {
  const { name, email, mode } = useMe();
  const { run } = useAct('sign-out');
  const leave = async (): Promise<void> => {
    await run({});
    location.assign('/');
  };
  return (
    <Page headline={`You are ${visible(name)}.`} say={`Signed in as ${visible(email ?? name)}. ${MODES[mode]}`}>
      <Part
        title="Which person of this history are you"
        say="git knows people by what they typed. Say which addresses are yours; somebody else confirms it, unless whoever invited you vouches for the address already. From then on the pages can tell you what concerns you, and only you."
      >
        <OwnClaims />
      </Part>
      <Part
        title="Spellings that belong together"
        say="Proposals that speak of you, or that you made; administrators see all. Each holds once everybody it speaks of, and somebody beside whoever proposed it, has said yes; one no ends it."
      >
        <MergeList />
        <ProposeMerge />
      </Part>
      <OwnJoinsPart />
      <Part title="Your teams">
        <OwnTeams />
      </Part>
      <Part
        title="Passkeys"
        say="A passkey lets you in without a password, by your finger, face or a code of your device. It never leaves the device."
      >
        <OwnPasskeys />
      </Part>
      <Part title="Password">
        <ChangePassword />
      </Part>
      <Part title="Where you are signed in" say="Newest first. What you do not know, end; then change your password.">
        <OwnSessions />
      </Part>
      <Part
        title="Tokens"
        say="For your own scripts: each may what you may, within what is ticked, until its day. Roles are not in it, so it never outlives them."
      >
        <OwnTokens />
      </Part>
      <Part title="Leave">
        <ActButton onAct={leave}>Sign out</ActButton>
      </Part>
    </Page>
  );
}

const MODES = {
  solo: 'This server is yours alone, on this machine: names are shown.',
  team: 'This server runs in team mode: others see areas and roles, and you see yourself in full.',
  council: 'This server runs under a works agreement: others see areas only, and you see yourself in full.',
} as const;
