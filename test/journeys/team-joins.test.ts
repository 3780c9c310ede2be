import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, hiddenLabels, overhang, PATIENCE, PHONE, type WatchedPage } from './browser.ts';
import { beginAs, comeInBy, inviteFrom, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { environment, newHome, understudy } from './understudy.ts';

const SHOTS = process.env['UNDERSTUDY_SHOTS'];
const PEOPLE = `person,event,date,until,team,layer,contract_ends,specialist,also
Ana Example <ana@example.org>,member,2026-01-15,,payments,,,,github:octo-ana
Bo Example <bo@example.org>,member,2026-01-15,,payments,,,,github:octo-bo
`;
/** Within the term of tickets, whenever this runs. */
const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const TICKETS = `ticket,customer,about,opened,closed,first_assignee,final_handler
1,acme,checkout,${day(31)}T09:15Z,${day(30)}T16:40Z,github:octo-ana,github:octo-bo
`;

const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: payments, title: Payments }
spec: { type: team, children: [] }
`;

/** What other sources call people, from a table that somebody fills in to a word of whoever it speaks of. */
describe('who is who elsewhere', () => {
  const home = newHome();
  let team: TeamAtWork;
  let ana: WatchedPage;
  let bo: WatchedPage;

  beforeAll(async () => {
    team = await teamAtWork(home);
    [ana, bo] = await Promise.all([team.somebody(), team.somebody()]);
    await beginAs(ana.page, team, 'Ana');
    await ana.page.getByRole('heading', { name: 'What needs you' }).waitFor();
    await comeInBy(bo.page, await inviteFrom(ana.page, team, 'Bo'), 'Bo');
    await bo.page.getByRole('link', { name: 'Say who you are' }).waitFor();
    await team.visit(bo.page, '/settings');
    await bo.page.getByRole('button', { name: 'This is me' }).click();
    await bo.page.getByRole('table', { name: 'What you say you are' }).getByText('confirmed').waitFor();
  });
  afterAll(async () => await team?.end());

  const isWell = async ({ page }: WatchedPage): Promise<void> =>
    expect([await axeFindings(page), await overhang(page), await hiddenLabels(page)]).toEqual([[], 0, []]);

  it('says what would stand there before anything was told', async () => {
    await team.visit(ana.page, '/people');
    await ana.page.getByText('Nobody is known by another name yet.').waitFor();
    await team.visit(ana.page, '/sources');
    await ana.page.getByText('Nothing is known by another name yet.').waitFor();
    await isWell(ana);
    await team.visit(bo.page, '/settings');
    await bo.page.getByText('No other source knows you by a name that leads to you.').waitFor();
  });

  it('shows each guess with its reason, to confirm, reject and take back', async () => {
    writeFileSync(join(home, 'people.csv'), PEOPLE);
    writeFileSync(join(home, 'tickets.csv'), TICKETS);
    const told = understudy(['import', 'people.csv', 'tickets.csv'], { cwd: home, env: environment(home) });
    expect([told.status, told.stderr]).toEqual([0, expect.any(String)]);
    const { page } = ana;
    await team.visit(page, '/people');
    const list = page.getByRole('table', { name: 'Who is who elsewhere' });
    const row = list.getByRole('row', { name: /octo-bo/ });
    await row.getByText('The source itself says that both are the same.').waitFor();
    expect(await list.getByRole('row').count()).toBe(3);
    await isWell(ana);
    await row.getByRole('button', { name: 'Not the same' }).click();
    const refused = list.getByRole('row', { name: /is not/ });
    await refused.getByText('Somebody who knows has said no.').waitFor();
    await page.getByRole('combobox', { name: 'Who is who elsewhere: which' }).selectOption('open');
    await refused.waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Who is who elsewhere: which' }).selectOption('all');
    await refused.getByRole('button', { name: 'Undo' }).click();
    await row.getByText('in use until somebody says otherwise').waitFor();
    await row.getByRole('button', { name: 'Confirm' }).click();
    await row.getByText('confirmed', { exact: true }).waitFor();
    expect(await row.getByRole('button').allInnerTexts()).toEqual(['Not the same', 'Undo']);
    await row.getByRole('button', { name: 'Undo' }).click();
    await row.getByRole('button', { name: 'Confirm' }).waitFor();
  });

  it('shows one team under two names, to confirm and take apart', async () => {
    writeFileSync(join(home, 'catalog-info.yaml'), CATALOG);
    const told = understudy(['import', 'catalog-info.yaml'], { cwd: home, env: environment(home) });
    expect([told.status, told.stderr]).toEqual([0, expect.any(String)]);
    const { page } = ana;
    await team.visit(page, '/sources');
    const list = page.getByRole('table', { name: 'What is what elsewhere' });
    const row = list.getByRole('row', { name: /the team payments is taken for Payments/ });
    await row.getByText('They are called alike, and in neither source another one is.').waitFor();
    await isWell(ana);
    await row.getByRole('button', { name: 'Confirm' }).click();
    const confirmed = list.getByRole('row', { name: /the team payments is Payments/ });
    await confirmed.getByRole('button', { name: 'Not the same' }).click();
    const refused = list.getByRole('row', { name: /the team payments is not Payments/ });
    await refused.getByRole('button', { name: 'Undo' }).click();
    await row.getByRole('button', { name: 'Confirm' }).waitFor();
    const words = ['joins', '--confirm', 'team:payments', '--as', 'team:default/payments', '--kind', 'team', '--json'];
    const said = understudy(words, { cwd: home, env: environment(home) });
    expect((JSON.parse(said.stdout) as { rows: unknown }).rows).toMatchObject([
      { kind: 'team', from: 'team:payments', to: 'team:default/payments', state: 'confirmed', reason: 'Somebody who knows has said so.' },
    ]);
    await team.visit(page, '/sources');
    await confirmed.waitFor();
    const slips = [
      ['team:payment', 'team:default/payments'],
      ['team:payments', 'team:default/payment'],
    ].map(([from, to]) => understudy(['joins', '--confirm', from!, '--as', to!], { cwd: home, env: environment(home) }));
    expect(slips.map(({ status, stderr }) => [status, stderr.includes('(join-nothing)')])).toEqual([
      [2, true],
      [2, true],
    ]);
  });

  it('tells somebody what speaks of them, and of nobody else', async () => {
    const { page } = bo;
    await team.visit(page, '/settings');
    const list = page.getByRole('table', { name: 'What other sources call you' });
    await list.getByText(/This speaks of you/).waitFor();
    expect(await page.content()).not.toContain('octo-ana');
    await list.getByRole('button', { name: 'Not the same' }).click();
    await list.getByRole('row', { name: /is not/ }).waitFor();
    await list.getByRole('button', { name: 'Undo' }).click();
    await list.getByText('in use until somebody says otherwise').waitFor();
    await isWell(bo);
  });

  it('stands on a phone, in the dark, too', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await team.browser.newContext({
        viewport: PHONE,
        colorScheme,
        storageState: await ana.page.context().storageState(),
      });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      await team.visit(page, '/people');
      await page.getByRole('table', { name: 'Who is who elsewhere' }).getByRole('button', { name: 'Confirm' }).first().waitFor();
      expect([await axeFindings(page), await overhang(page), await hiddenLabels(page)]).toEqual([[], 0, []]);
      if (SHOTS !== undefined) {
        mkdirSync(SHOTS, { recursive: true });
        await page.getByRole('table', { name: 'Who is who elsewhere' }).screenshot({ path: join(SHOTS, `joins-${colorScheme}.png`) });
      }
      await context.close();
    }
  });

  it('wrote nothing wrong to any console', () => expect([...ana.problems, ...bo.problems]).toEqual([]));
});
