/** Shape of walls.config.mjs, which stays plain JavaScript because dependency-cruiser reads it. */
declare const walls: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[]; readonly options: object };
export default walls;
