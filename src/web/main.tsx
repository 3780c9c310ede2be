import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './look/mantine-parts.css';
import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';
import { MantineProvider } from '@mantine/core';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.tsx';
import { THEME, VARIABLES } from './look/theme.ts';

/** The server gives each page its own nonce for the few style elements that the component library writes. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
// The scroll lock of dialogs (react-style-singleton) looks for its nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** Which edition serves this page: a team's server says so. The other one's code is not fetched. */
const isTeam = document.querySelector<HTMLMetaElement>('meta[name="edition"]')?.content === 'team';
const TeamApp = lazy(async () => ({ default: (await import('#web/team/team-app.tsx')).TeamApp }));

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <MantineProvider
      theme={THEME}
      cssVariablesResolver={VARIABLES}
      defaultColorScheme="auto"
      {...(nonce === undefined ? {} : { getStyleNonce: () => nonce })}
    >
      {isTeam ? (
        <Suspense>
          <TeamApp />
        </Suspense>
      ) : (
        <App />
      )}
    </MantineProvider>
  </StrictMode>,
);
