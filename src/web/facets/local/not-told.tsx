/** Instead of `told-locally.tsx` in the one-file page, which nobody serves: it is never drawn there. */
export function ToldLocally() {
  return null;
}
