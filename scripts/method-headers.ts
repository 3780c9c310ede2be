/** The comment that opens an analysis; docs/methods.md is made of these. */
export interface Header {
  readonly title: string;
  readonly parts: Readonly<Record<(typeof PARTS)[number], string>>;
}

const PARTS = ['What it says', 'Formula', 'Reading', 'Source', 'Weakness'] as const;

/** Every comment of a file that opens with `# Title`, whole or not. */
export function headersIn(text: string): readonly { readonly header: Header; readonly faults: readonly string[] }[] {
  return [...text.matchAll(/\/\*\*\s*\n\s*\* # (.+)\n([\s\S]*?)\*\//g)].map(([, title, body]) => readHeader(title!.trim(), body!));
}

function readHeader(title: string, body: string): { readonly header: Header; readonly faults: readonly string[] } {
  const lines = body.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  const parts: Record<string, string> = {};
  const order: string[] = [];
  for (const line of lines) {
    const start = /^([A-Z][a-z ]+): (.*)$/.exec(line);
    if (start && (PARTS as readonly string[]).includes(start[1]!)) {
      order.push(start[1]!);
      parts[start[1]!] = start[2]!;
    } else if (order.length > 0 && line.trim() !== '') parts[order.at(-1)!] += `\n${line.trim()}`;
  }
  const missing = PARTS.filter((part) => (parts[part] ?? '').trim().length < 10).map(
    (part) => `${title}: "${part}" is missing or says nothing`,
  );
  const disorder =
    missing.length === 0 && order.join() !== PARTS.join() ? [`${title}: the parts stand in the order ${order.join(', ')}`] : [];
  return { header: { title, parts: parts as Header['parts'] }, faults: [...missing, ...disorder] };
}
