/** What is said beside a one-time link. */
export const HAND_OVER = 'Hand this link over now; it is not shown again, and works once.';
