import { dataFolder } from '#store/data-folder.ts';

/** Where what was learned is kept, for doors that pass it on to actions and questions. */
export function dataPlace(env: Readonly<Record<string, string | undefined>>): string {
  return dataFolder(env);
}
