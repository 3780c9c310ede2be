import { useState } from 'react';
import { addressOf } from '#web/server/call-server.ts';
import { useServer } from '#web/server/use-server.ts';
import { Page } from '#web/plain/page.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { AgreementText } from './agreement-text.tsx';
import css from './agreement.module.css';

const LANGUAGES = [
  ['en', 'English'],
  ['de', 'Deutsch'],
] as const;

/** What is agreed, as it runs now: to be read, and to be taken along. */
export function AgreementPage() {
  const [language, setLanguage] = useState<'en' | 'de'>('en');
  const { result, problem } = useServer('write-agreement', { query: { language } });
  return (
    <Page
      headline="What is agreed here, written from what runs."
      say="The works agreement as a draft to negotiate: purpose, data, who sees what, how long anything is kept. It is written anew from the settings each time it is opened, so it cannot say what the program does not do."
    >
      <div className={css['paper']}>
        <div className={css['bar']}>
          <div className={css['choices']} role="group" aria-label="Language">
            {LANGUAGES.map(([key, name]) => (
              <button key={key} type="button" lang={key} aria-pressed={language === key} onClick={() => setLanguage(key)}>
                {name}
              </button>
            ))}
          </div>
          <p className={css['take']}>
            {LANGUAGES.map(([key, name]) => (
              <a key={key} href={addressOf('write-agreement', { query: { language: key } })} download={`works-agreement-${key}.md`}>
                Download it ({name})
              </a>
            ))}
          </p>
        </div>
        {problem !== null && result === null ? <Problem problem={problem} /> : null}
        {result === null ? <output aria-busy="true" /> : <AgreementText text={result} language={language} />}
      </div>
    </Page>
  );
}
