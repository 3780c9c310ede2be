import type { RightKind } from '#core/facts/fact-details.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { flagIn, fieldOf, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import type { Where } from '#sources/payloads/where-of.ts';

/** What a role in a repository allows, by the names that forges use; roles of somebody's own making count for the role that they build on. */
const ALLOWS: Readonly<Record<string, readonly RightKind[]>> = {
  admin: ['merge', 'administer'],
  owner: ['merge', 'administer'],
  maintain: ['merge'],
  write: ['merge'],
  push: ['merge'],
};

export function rightsOfRole(role: string | undefined): readonly RightKind[] {
  return role !== undefined && Object.hasOwn(ALLOWS, role) ? ALLOWS[role]! : [];
}

/** `permissions` of an entry of collaborators: what they may do, whichever way they came to it. */
export function rightsOfPermissions(entry: Shape): readonly RightKind[] {
  const permissions = shapeIn(entry, 'permissions');
  if (flagIn(permissions, 'admin')) return rightsOfRole('admin');
  return flagIn(permissions, 'push') || flagIn(permissions, 'maintain') ? rightsOfRole('write') : rightsOfRole(textIn(entry, 'permission'));
}

/** What a rule of a branch says. */
interface RuleSaid {
  readonly approvals: number | undefined;
  readonly codeOwners: boolean | undefined;
  readonly administratorsToo: boolean | undefined;
}

interface RuleKnown {
  readonly where: Where;
  readonly branch: string;
  readonly at: Moment;
  readonly version: string;
}

/** A rule of a branch, by the names of webhooks (`branch_protection_rule`) or of REST (`/branches/{branch}/protection`, and parameters of rule sets). */
export function tellRule(rule: Shape, known: RuleKnown, notes: Notes): void {
  tellSaid(saidBy(rule), known, notes);
}

/** Rules that hold of one branch at once: a change has to fulfil all of them, so the strictest of each counts. */
export function tellRules(rules: readonly Shape[], known: RuleKnown, notes: Notes): void {
  const said = rules.map(saidBy);
  if (said.length === 0) return;
  const counts = said.flatMap(({ approvals }) => approvals ?? []);
  tellSaid(
    {
      approvals: counts.length === 0 ? undefined : Math.max(...counts),
      codeOwners: anyOf(said.map(({ codeOwners }) => codeOwners)),
      administratorsToo: anyOf(said.map(({ administratorsToo }) => administratorsToo)),
    },
    known,
    notes,
  );
}

function anyOf(flags: readonly (boolean | undefined)[]): boolean | undefined {
  return flags.includes(true) ? true : flags.find((flag) => flag !== undefined);
}

function saidBy(rule: Shape): RuleSaid {
  const reviews = shapeIn(rule, 'required_pull_request_reviews');
  const approvals = fieldOf(rule, 'required_approving_review_count') ?? fieldOf(reviews, 'required_approving_review_count');
  const off = textIn(rule, 'pull_request_reviews_enforcement_level') === 'off';
  return {
    approvals: off ? 0 : typeof approvals === 'number' ? approvals : undefined,
    codeOwners: flagIn(rule, 'require_code_owner_review') ?? flagIn(reviews, 'require_code_owner_reviews'),
    administratorsToo: flagIn(rule, 'admin_enforced') ?? flagIn(shapeIn(rule, 'enforce_admins'), 'enabled'),
  };
}

function tellSaid(said: RuleSaid, { where, branch, at, version }: RuleKnown, notes: Notes): void {
  const words = [said.approvals, said.codeOwners, said.administratorsToo].map(String).join('/');
  const detail = { branch, ...said };
  notes.tell('rule-set', { reference: `rule-set:${where.repository}:${branch}:${words}${version}`, at, place: where.place, detail });
}
