/** A stretch of the works agreement. */
export type AgreementBlock =
  | { readonly kind: 'title' | 'heading' | 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The Markdown that core/agreement writes, and no other: titles, paragraphs, lists and tables, with a blank line between them. */
export function agreementBlocks(text: string): readonly AgreementBlock[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockOf);
}

function blockOf(block: string): AgreementBlock {
  const lines = block.split('\n');
  if (block.startsWith('## ')) return { kind: 'heading', text: block.slice(3) };
  if (block.startsWith('# ')) return { kind: 'title', text: block.slice(2) };
  if (lines.every((line) => line.startsWith('- ')))
    return { kind: 'list', items: lines.map((line) => plain(line.slice(2).replace(/^\[ \] /, ''))) };
  if (lines.length > 1 && lines.every((line) => line.startsWith('| '))) {
    const [heads = [], , ...rows] = lines.map(cellsOf);
    return { kind: 'table', heads, rows };
  }
  return { kind: 'words', text: plain(block) };
}

/** Without the marks of code. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function cellsOf(line: string): readonly string[] {
  return line.replace(/^\| | \|$/g, '').split(' | ');
}
