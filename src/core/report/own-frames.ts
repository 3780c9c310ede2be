import { visible } from './visible.ts';

const MOST_FRAMES = 12;

/** Where in our code an error arose: `at f (cli/a.js:1:2)`, without the folders above, which may name people and places. */
export function ownFrames(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, MOST_FRAMES)
    .map(ownFrame);
}

/** The place stands in brackets or alone, and a folder above may have a blank in its name. */
const ABOVE = /(^at (?:async )?|\()(?:file:\/\/)?\/.*\/(?:dist|src|node_modules)\//;

function ownFrame(line: string): string {
  return visible(line.trim()).replace(ABOVE, '$1');
}
