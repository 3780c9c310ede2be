import { Page, Part } from '#web/plain/page.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { ChangeHistory } from './change-history.tsx';
import { ErasuresPart } from './erasures-part.tsx';
import { LimitsPart } from './limits-part.tsx';
import { ModePart } from './mode-part.tsx';
import { MODE_HEADLINES } from './mode-words.ts';
import { PurposePart } from './purpose-part.tsx';
import { RetentionPart } from './retention-part.tsx';

/** How this installation runs: what it is for, how much anybody sees, how long anything is kept, and who changed that. */
export function InstallationPage() {
  const { result: settings, problem } = useServer('read-settings', {});
  const maySet = useMe().may.includes('configure');
  if (settings === null)
    return <Page headline="Looking how this installation runs …">{problem === null ? null : <Problem problem={problem} />}</Page>;
  return (
    <Page
      headline={MODE_HEADLINES[settings.mode]}
      say="These settings hold for everybody at once. Each change stays on record with its reason and the key of whoever made it."
    >
      {maySet ? <ErasuresPart /> : null}
      <Part title="What it is for">
        <PurposePart settings={settings} maySet={maySet} />
      </Part>
      <Part title="How much anybody sees">
        <ModePart settings={settings} maySet={maySet} />
      </Part>
      <Part
        title="How long anything is kept"
        say="Days at most. Terms can be made shorter than those of the works agreement, never longer."
      >
        <RetentionPart retention={settings.retention} maySet={maySet} />
      </Part>
      <Part
        title="When signals speak"
        say="Each speaks where the whole interval lies above its threshold, on enough cases. Where your team wants it otherwise, it can say so, with a reason."
      >
        <LimitsPart signals={settings.signals} maySet={maySet} />
      </Part>
      <Part
        title="Works agreement"
        say="Purpose, data, who sees what and for how long, written from what runs here, in English and German."
      >
        <a href="/agreement">Read or download it</a>
      </Part>
      <Part title="What was changed" say="Newest first.">
        <ChangeHistory changes={settings.changes} signals={settings.signals} />
      </Part>
    </Page>
  );
}
