/** Index into the areas of a scene; NO_SCENE_AREA where nothing says which. */
export type AreaRow = number;
export const NO_SCENE_AREA = -1;
