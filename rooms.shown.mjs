/** Rooms of what a map shows, drawn by the page whoever computed it: part of the table in rooms.config.mjs. */
export const SHOWN = ['core/board', 'core/weights'];

/** `judged`: the rooms up to and with core/world. */
export function shownRooms(judged) {
  return [
    {
      room: 'core/board',
      sees: judged,
      packages: [],
      node: false,
      instead:
        'The tree of places and what is true of all of them; how much of anything a place has belongs to weights, drawing it to web.',
    },
    {
      room: 'core/weights',
      sees: [...judged, 'core/board'],
      packages: [],
      node: false,
      instead: 'How much of something each place of the board has; where it is drawn, and in which colour, belongs to web.',
    },
  ];
}
