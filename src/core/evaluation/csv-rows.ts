/** The rows of a comma-separated table under the names of its head line; quoted cells may hold commas, quotes and line ends. */
export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = cellsOf(text);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(head.map((name, k) => [name.trim(), row[k] ?? ''])));
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '',
    quoted = false;
  const close = (): void => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (quoted && letter === '"' && text[i + 1] === '"') cell += text[i++];
    else if (letter === '"') quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === ',') close();
    else if (letter === '\n') {
      close();
      rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  close();
  return rows;
}
