import { tourWithArrows } from './pages/arrows-block.ts';
import { apiPage } from './pages/api-page.ts';
import { connectingPage } from './pages/connecting-page.ts';
import { signalsPage } from './pages/signals-page.ts';
import { commandsPage } from './pages/commands-page.ts';
import { configurationPage } from './pages/configuration-page.ts';
import { methodsPage } from './pages/methods-page.ts';
import { refusalsPage } from './pages/refusals-page.ts';
import { thirdPartyNotices } from './pages/third-party-notices.ts';

/** Every page that is made from the code, by its path in the checkout. */
export async function generatedPages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/methods.md', methodsPage()],
    ['docs/refusals.md', refusalsPage()],
    ['docs/guide/api.md', apiPage()],
    ['docs/guide/commands.md', commandsPage()],
    ['docs/guide/connecting.md', connectingPage()],
    ['docs/guide/signals.md', signalsPage()],
    ['docs/guide/configuration.md', configurationPage()],
    ['docs/tour.md', tourWithArrows()],
    ['THIRD-PARTY-NOTICES', thirdPartyNotices()],
  ]);
}
