/** The address of a page below the repository that is looked at. Which repositories there are is not known when this is built. */
export function addressUnder(base: string, to: string): '/' {
  return (base === '' ? to : base + (to === '/' ? '' : to)) as '/';
}
