/** What a person can know about an area. Git alone speaks of `change` and partly of `explain` and `review`. */
export const FACETS = ['change', 'operate', 'explain', 'review', 'teach', 'customer'] as const;
export type Facet = (typeof FACETS)[number];
