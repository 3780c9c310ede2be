import type { Notes } from '#sources/payloads/notes.ts';
import { type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { whereOfHome } from '#sources/payloads/where-of.ts';
import { tellDeployed } from './records/read-deployment.ts';

/** A deployment is an intention until a status says how it went. */
export function tellDeployment(_: Shape, notes: Notes): void {
  notes.skip('event deployment', 'its status will say whether it was rolled out');
}

export function tellDeploymentStatus(payload: Shape, notes: Notes): void {
  const where = whereOfHome(textIn(shapeIn(payload, 'repository'), 'html_url', 2000));
  if (where) tellDeployed({ status: shapeIn(payload, 'deployment_status'), deployment: shapeIn(payload, 'deployment'), where }, notes);
  else notes.skip('event deployment_status', 'it does not say where');
}
