/** Shape of rooms.config.mjs, which stays plain JavaScript because dependency-cruiser reads it. */
export interface Room {
  readonly room: string;
  readonly sees: readonly string[];
  /** `null`: any package, because the room is bundled. */
  readonly packages: readonly string[] | null;
  readonly node: boolean;
  readonly instead: string;
}
export const ROOMS: readonly Room[];
