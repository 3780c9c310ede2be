import type { ReactNode } from 'react';

const PATHS = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  play: <path d="M5 3.5v9l7-4.5z" fill="currentColor" stroke="none" />,
  pause: <path d="M5 3.5v9M11 3.5v9" strokeWidth="2" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1" />
    </>
  ),
  moon: <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z" />,
  link: (
    <>
      <path d="M6.5 9.5l3-3" />
      <path d="M7.5 4.5 9 3a2.8 2.8 0 0 1 4 4l-1.5 1.5M8.5 11.5 7 13a2.8 2.8 0 0 1-4-4l1.5-1.5" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  right: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  down: <path d="M3.5 6 8 10.5 12.5 6" />,
  out: <path d="M4 8h8M8 4l-4 4 4 4" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  whole: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
  print: (
    <>
      <path d="M4.5 6V2.5h7V6M4.5 12h-2V6.5h11V12h-2" />
      <path d="M4.5 10h7v3.5h-7z" />
    </>
  ),
  home: <path d="M2.5 7.5 8 3l5.5 4.5M4 6.5v6.5h8V6.5" />,
  map: (
    <>
      <path d="M2.5 3h5v10h-5zM9 3h4.5v4H9zM9 8.5h4.5V13H9z" />
    </>
  ),
  away: (
    <>
      <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 2.1" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
  list: <path d="M5.5 4H14M5.5 8H14M5.5 12H14M2.2 4h.6M2.2 8h.6M2.2 12h.6" />,
  proof: (
    <>
      <path d="M2.5 13.5v-11M2.5 13.5h11" />
      <path d="m5 10.5 3-3.5 2 1.5 3.5-5" />
    </>
  ),
  source: (
    <>
      <ellipse cx="8" cy="4" rx="5" ry="2" />
      <path d="M3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.8 13c.3-2.6 2-4 4.2-4s3.9 1.4 4.2 4M10.5 3.3a2.4 2.4 0 0 1 0 4.4M12 9.5c1.3.5 2.1 1.7 2.3 3.5" />
    </>
  ),
  self: (
    <>
      <circle cx="8" cy="5.5" r="2.6" />
      <path d="M3 13.5c.4-2.8 2.3-4.3 5-4.3s4.6 1.5 5 4.3" />
    </>
  ),
  signal: <path d="M1.5 10.5h3l2-6 3 8 2-5h3" />,
  eyes: (
    <>
      <path d="M1.5 8S3.8 3.8 8 3.8 14.5 8 14.5 8 12.2 12.2 8 12.2 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  settings: (
    <>
      <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6" />
      <circle cx="10.2" cy="4.5" r="1.7" />
      <circle cx="5.8" cy="11.5" r="1.7" />
    </>
  ),
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** Sixteen-pixel line drawings; always beside a text or under an accessible name. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PATHS[name]}
    </svg>
  );
}
