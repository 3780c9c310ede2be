import { askAll, entriesOf } from '#sources/asking/ask-all.ts';
import type { Leg, LegPage } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { memberOf } from '#sources/gitlab/records/members.ts';
import { rightsOfLevel } from '#sources/gitlab/records/access-levels.ts';
import { tellHeld } from '#sources/payloads/held.ts';
import { monthOf } from '#sources/payloads/near.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { countIn, flagIn, type Shape, shapeOf, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { headersOf, type Project } from './project.ts';

/** Who may do what, as it is now. The project itself is asked for first: whether it can be read at all shows there. */
export function legsOfMembers(order: ApiOrder, project: Project): readonly Leg[] {
  const { name, root, where } = project;
  return [
    { name: `${name} rules`, first: root, read: ({ json }) => readRules(order, project, shapeOf(json)) },
    {
      name: `${name} rights`,
      first: `${root}/members/all?per_page=100`,
      mayLack: [403, 404],
      read: ({ json }) => {
        const notes = startNotes('gitlab');
        for (const member of entriesOf(json)) {
          const actor = memberOf(member, notes);
          if (actor === undefined || textIn(member, 'state') === 'blocked') continue;
          tellHeld(
            { actor, place: where.place, at: order.telling.now, asked: true },
            rightsOfLevel(countIn(member, 'access_level') ?? 0),
            notes,
          );
        }
        return { told: notes.told() };
      },
    },
  ];
}

/** Protected branches, with how many approvals a merge needs by the rules that are for everybody. */
async function readRules(order: ApiOrder, { root, where }: Project, project: Shape): Promise<LegPage> {
  const notes = startNotes('gitlab');
  const headers = headersOf(order);
  const branches = await askAll(order, { address: `${root}/protected_branches?per_page=100`, headers, mayLack: [401, 403, 404] });
  const rules = await askAll(order, { address: `${root}/approval_rules?per_page=100`, headers, mayLack: [401, 403, 404] });
  const approvals = rules.length > 0 ? Math.max(...rules.map((rule) => countIn(rule, 'approvals_required') ?? 0)) : undefined;
  for (const rule of branches) {
    const branch = textIn(rule, 'name', 250) ?? textIn(project, 'default_branch', 250) ?? 'main';
    const detail = { branch, approvals, codeOwners: flagIn(rule, 'code_owner_approval_required'), allowed: namesOf(rule) };
    const said = [approvals, detail.codeOwners].map(String).join('/');
    notes.tell('rule-set', {
      reference: `rule-set:${where.repository}:${branch}:${said}@${monthOf(order.telling.now)}`,
      at: order.telling.now,
      place: where.place,
      detail,
    });
  }
  return { told: notes.told(), besides: [branches, rules] };
}

/** Who may merge, as GitLab describes it: `Maintainers`. */
function namesOf(rule: Shape): readonly string[] | undefined {
  const names = shapesIn(rule, 'merge_access_levels').flatMap((level) => textIn(level, 'access_level_description', 100) ?? []);
  return names.length > 0 ? names : undefined;
}
