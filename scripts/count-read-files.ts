/** A reporter for knip that says how many files it read, because a tool that reads nothing finds nothing. */
export default function countReadFiles({ counters }: { readonly counters: { readonly processed: number } }): void {
  process.stdout.write(`read ${counters.processed} files\n`);
}
