import { listIn, type Shape, shapeIn, shapesIn } from '#sources/payloads/shape.ts';

/** A list, or the `nodes` of a query. */
export function nodesIn(shape: Shape, key: string): readonly Shape[] {
  return listIn(shape, key).length > 0 ? shapesIn(shape, key) : shapesIn(shapeIn(shape, key), 'nodes');
}
