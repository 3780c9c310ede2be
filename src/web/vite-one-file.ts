import type { Plugin } from 'vite';

/** Folds the one script and the one style sheet of a build into its page, so that the result opens from a disk without a server. */
export function oneFile(name: string): Plugin {
  return {
    name: 'understudy-one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const parts = Object.values(bundle);
      const page = parts.find((part) => part.type === 'asset' && part.fileName.endsWith('.html'));
      if (page?.type !== 'asset') throw new Error('the one-file build produced no page');
      const scripts = parts.filter((part) => part.type === 'chunk');
      const styles = parts.filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
      if (scripts.length !== 1) throw new Error(`the one-file build must produce one script, not ${scripts.length}`);
      const css = styles.map((part) => (part.type === 'asset' ? String(part.source) : '')).join('\n');
      const code = scripts.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n');
      const bare = String(page.source).replace(/<script[^>]*src=[^>]*><\/script>/g, '').replace(/<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g, '');
      const source = bare.replace('</head>', () => `<style>${harmless(css)}</style></head>`).replace('</body>', () => `<script type="module">${harmless(code)}</script></body>`);
      for (const key of Object.keys(bundle)) delete bundle[key];
      this.emitFile({ type: 'asset', fileName: name, source });
    },
  };
}

/** Nothing inside may end its element or open a comment: both are written so that scripts and styles mean the same. */
function harmless(text: string): string {
  return text.replace(/<\/(script|style)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}
