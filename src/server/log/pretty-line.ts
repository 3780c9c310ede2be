type Fields = Readonly<Record<string, string | number | object>>;

/** `09:15:03 request operation=list-sources status=200` for whoever watches a terminal; the same fields as the JSON, and no more. */
export function prettyLine(line: string): string {
  const { level, time, server: _, event, ...fields } = JSON.parse(line) as Fields & Record<'level' | 'time' | 'event', string>;
  const mark = level === 'warn' || level === 'error' ? `${level} ` : '';
  return ` ${time.slice(11, 19)} ${mark}${event}  ${Object.entries(fields).map(said).join('  ')}\n`;
}

function said([key, value]: readonly [string, string | number | object]): string {
  return `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`;
}
