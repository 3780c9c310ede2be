/** Where a case can be read, if its name says so: changes and issues of a forge, documents and decisions of a repository. */
export function evidenceAddress(item: string): string | null {
  const change = /^([a-z0-9.-]+\.[a-z]{2,})\/([\w.-]+\/[\w.-]+)#(\d+)$/i.exec(item);
  if (change !== null) return `https://${change[1]}/${change[2]}/issues/${change[3]}`;
  const text = /^(?:document|decision):(github\.com)\/([\w.-]+\/[\w.-]+)\/([\w./-]+)$/.exec(item);
  return text === null ? null : `https://${text[1]}/${text[2]}/blob/HEAD/${text[3]}`;
}
