import type { Estimate } from '#core/terms/estimate.ts';
import { percentOf } from '#core/terms/figures.ts';

const LABEL = 'two weeks away';
/** Amber to deep teal, the page's cover scale; with white text each has a contrast above 4.5. */
const STEPS = [
  { from: 0.9, colour: '#0b5563' },
  { from: 0.75, colour: '#1c6b74' },
  { from: 0.5, colour: '#6a6530' },
  { from: 0, colour: '#8a5300' },
] as const;
const UNKNOWN = '#5f6368';

/** A badge that says how much work would still be carried in the worst single absence; grey when it cannot be judged. */
export function writeBadgeSvg(northStar: Estimate | null): string {
  const message = messageOf(northStar);
  const [left, right] = [widthOf(LABEL), widthOf(message)];
  const title = `${LABEL}: ${message}`;
  const text = (x: number, words: string): string => `<text x="${x}" y="14" text-anchor="middle">${words}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#3c4043"/><rect x="${left}" width="${right}" height="20" fill="${colourOf(northStar)}"/></g>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${text(left / 2, LABEL)}${text(left + right / 2, message)}</g>`,
    '</svg>\n',
  ].join('');
}

/** The same for shields.io's endpoint badge. */
export function writeBadgeEndpoint(northStar: Estimate | null): string {
  return `${JSON.stringify({ schemaVersion: 1, label: LABEL, message: messageOf(northStar), color: colourOf(northStar).slice(1) })}\n`;
}

function messageOf(northStar: Estimate | null): string {
  return northStar ? `${percentOf(northStar.value).replace('>', 'over ').replace('<', 'under ')} carried` : 'not judged';
}

function colourOf(northStar: Estimate | null): string {
  return northStar ? STEPS.find((step) => northStar.value >= step.from)!.colour : UNKNOWN;
}

/** Verdana at 11 px runs close to 6.6 px a letter. */
function widthOf(text: string): number {
  return Math.round(text.length * 6.6 + 12);
}
