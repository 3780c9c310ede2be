import type { Telling } from '#sources/connecting/connector.ts';
import { tellHeld } from '#sources/payloads/held.ts';
import { monthOf } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, hasShape, idIn, type Shape, textIn } from '#sources/payloads/shape.ts';
import { type Where, whereNamed } from '#sources/payloads/where-of.ts';
import { accountOf } from './accounts.ts';
import { tellDeployed } from './read-deployment.ts';
import { rightsOfPermissions, tellRule } from './read-rights.ts';

const ASKED = /^https?:\/\/(?:api\.)?([\w.-]{1,253}(?::\d{1,5})?)(?:\/api\/v3)?\/repos\/([\w.-]{1,255}\/[\w.-]{1,255})\/([^\s?#]{1,400})$/;

/** Which repository was asked, and what of it, where a record repeats the address that it was asked by. */
function askedOf(record: Shape, key: string): { readonly where: Where; readonly rest: string } | undefined {
  const [, host, name, rest] = ASKED.exec(textIn(record, key, 2000) ?? '') ?? [];
  return host === undefined || name === undefined || rest === undefined ? undefined : { where: whereNamed(`${host}/${name}`), rest };
}

/** Records that are about a repository as it is, and no event of it: who may change it, what its branches demand, how roll-outs ended. False: none of these. */
export function tellSettings(record: Shape, notes: Notes, telling: Telling): boolean {
  const protection = askedOf(record, 'url');
  const branch = /^branches\/(.{1,250})\/protection$/.exec(protection?.rest ?? '')?.[1];
  if (protection && branch !== undefined) {
    const at = telling.now;
    tellRule(record, { where: protection.where, branch: decoded(branch), at, version: `@${monthOf(at)}` }, notes);
    return true;
  }
  const deployment = askedOf(record, 'deployment_url');
  if (deployment) {
    const id = /^deployments\/(\d{1,20})$/.exec(deployment.rest)?.[1];
    tellDeployed({ status: record, deployment: { id, environment: fieldOf(record, 'environment') }, where: deployment.where }, notes);
    return true;
  }
  if (!hasShape(record, 'permissions') || idIn(record, 'login') === undefined) return false;
  tellCollaborator(record, notes, telling);
  return true;
}

function tellCollaborator(record: Shape, notes: Notes, { repository, now }: Telling): void {
  if (repository === undefined)
    return notes.skip('collaborator', 'it does not say of which repository: name the repository that the file is about');
  const actor = accountOf(record, notes);
  if (actor !== undefined)
    tellHeld({ actor, place: whereNamed(repository).place, at: now, asked: true }, rightsOfPermissions(record), notes);
}

function decoded(branch: string): string {
  try {
    return decodeURIComponent(branch);
  } catch {
    return branch;
  }
}
