import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';

/**
 * One `vite build` gives the pages twice: for the local server (index.html and its files), and below `one-file/` as a
 * single map.html with script, style, fonts and worker inside, which `map --html` joins with a packed world.
 */
// What is built is for people, also where a test run asks for it.
process.env['NODE_ENV'] = 'production';

const root = fileURLToPath(new URL('src/web/', import.meta.url));
const standard = fileURLToPath(new URL('dist/web', import.meta.url));

export default defineConfig({ ...pages(), plugins: [react(), alsoOneFile()] });

function pages(): InlineConfig {
  return {
    root,
    base: '/',
    publicDir: false,
    resolve: { conditions: ['understudy-source', 'module', 'browser', 'production'] },
    worker: { format: 'es' },
    build: {
      outDir: standard,
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  };
}

/** Builds the one-file page after the other, into the same place. */
function alsoOneFile(): Plugin {
  let outDir = standard;
  return {
    name: 'understudy-also-one-file',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    closeBundle: async () => {
      await build(oneFile(`${outDir}/one-file`));
    },
  };
}

function oneFile(outDir: string): InlineConfig {
  const same = pages();
  return {
    ...same,
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), foldInto('map.html')],
    resolve: {
      ...same.resolve!,
      alias: [
        { find: '#web/worker/start-worker.ts', replacement: `${root}worker/start-worker-inline.ts` },
        { find: '#web/facets/local/told-locally.tsx', replacement: `${root}facets/local/not-told.tsx` },
        { find: '#web/team/team-app.tsx', replacement: `${root}team/no-team-app.tsx` },
      ],
    },
    // From a disk a browser refuses module workers that come out of a blob, and takes classic ones.
    worker: { format: 'iife' },
    build: {
      ...same.build!,
      outDir,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { ...same.build!.rolldownOptions, output: { codeSplitting: false } },
    },
  };
}

/** Folds the one script and the style sheets of a build into its page, so that it opens from a disk without a server. */
function foldInto(fileName: string): Plugin {
  return {
    name: 'understudy-one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const parts = Object.values(bundle);
      const page = parts.find((part) => part.type === 'asset' && part.fileName.endsWith('.html'));
      const scripts = parts.filter((part) => part.type === 'chunk');
      if (page?.type !== 'asset' || scripts.length !== 1)
        throw new Error(`the one-file page needs one page and one script, not ${scripts.length}`);
      const css = parts.map((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? String(part.source) : '')).join('\n');
      const bare = String(page.source)
        .replace(/<script[^>]*src=[^>]*><\/script>/g, '')
        .replace(/<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g, '');
      const styled = bare.replace('</head>', () => `<style>${harmless(css)}</style></head>`);
      const source = styled.replace('</body>', () => `<script type="module">${harmless(scripts[0]!.code)}</script></body>`);
      for (const key of Object.keys(bundle)) delete bundle[key];
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Nothing inside may end its element or open a comment: both are written so that scripts and styles mean the same. */
function harmless(text: string): string {
  return text.replace(/<\/(script|style)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}
