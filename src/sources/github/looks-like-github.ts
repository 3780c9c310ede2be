import type { FileSample } from '#sources/connecting/connector.ts';
import { looksLikeJsonWith } from '#sources/payloads/read-json-file.ts';

/** What only GitHub writes: its own numbers of things, its host, `/pull/12` where others say `/pulls/12`, or the words that its command line takes from GraphQL. */
const TELLTALE =
  /"node_id"\s*:|"url"\s*:\s*"https?:\/\/[^"\s]{1,300}\/pull\/\d|"url"\s*:\s*"https:\/\/github\.com\/[^"\s]{1,200}\/issues\/\d|"html_url"\s*:\s*"https:\/\/github\.com\/|"html_url"\s*:\s*"https?:\/\/[^"\s]{1,300}\/pull\/\d|https:\/\/api\.github\.com\/repos\//;

/** Whether a file is JSON of GitHub's API, or the body of one of its deliveries. */
export function looksLikeGithub(sample: FileSample): boolean {
  return looksLikeJsonWith(sample, TELLTALE);
}
