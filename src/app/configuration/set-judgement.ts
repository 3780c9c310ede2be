import { isMap, parseDocument } from 'yaml';

/** The text of a configuration with these keys of `judgement` set, or taken out where undefined; everything else stays as it was written. */
export function setJudgement(text: string, values: Readonly<Record<string, number | undefined>>): string {
  const document = parseDocument(text);
  for (const [key, value] of Object.entries(values))
    if (value !== undefined) document.setIn(['judgement', key], value);
    else document.deleteIn(['judgement', key]);
  const judgement = document.get('judgement');
  if (isMap(judgement) && judgement.items.length === 0) document.delete('judgement');
  return isMap(document.contents) && document.contents.items.length > 0 ? document.toString({ lineWidth: 0 }) : '';
}
