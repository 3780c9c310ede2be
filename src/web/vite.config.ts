import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { oneFile } from './vite-one-file.ts';

/**
 * Two outputs of the same pages. `page`: dist/web, what the local server serves. `file`: dist/web-file/map.html,
 * one template with script, style, font and worker inside, which `map --html` joins with a packed world.
 * Usage: `vite build -c src/web/vite.config.ts --mode page|file`, or `webConfig(mode)` from scripts/build.ts.
 */
export function webConfig(mode: 'page' | 'file'): UserConfig {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const whole = mode === 'file';
  return {
    root,
    mode,
    base: './',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react(), ...(whole ? [oneFile('map.html') as Plugin] : [])],
    resolve: {
      conditions: ['understudy-source', 'module', 'browser', 'production'],
      alias: whole ? [{ find: '#web/worker/start-worker.ts', replacement: `${root}worker/start-worker-inline.ts` }] : [],
    },
    worker: { format: 'es' },
    build: {
      outDir: fileURLToPath(new URL(whole ? '../../dist/web-file' : '../../dist/web', import.meta.url)),
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      ...(whole ? { assetsInlineLimit: Number.MAX_SAFE_INTEGER, cssCodeSplit: false } : {}),
    },
  };
}

export default defineConfig(({ mode }) => webConfig(mode === 'file' ? 'file' : 'page'));
