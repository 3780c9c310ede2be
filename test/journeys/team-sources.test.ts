import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, hiddenLabels, overhang, PHONE, unsaidDates, type WatchedPage } from './browser.ts';
import { beginAs, comeInBy, inviteFrom, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { newHome } from './understudy.ts';

/** Within the term of absences, whenever this runs. */
const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const TABLE = [
  'person,first_day,last_day',
  `ana@example.org,${day(90)},${day(80)}`,
  `bo@example.org,${day(60)},${day(56)}`,
  'cy@example.org,soon,later',
  '',
];

/** What is connected beyond git, as an administrator meets it; each step stands on the one before. */
describe('sources beyond git', () => {
  let team: TeamAtWork;
  let ana: WatchedPage;
  let bo: WatchedPage;
  const part = (page: Page) => page.getByRole('region', { name: 'Beyond git' });
  const shot = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['UNDERSTUDY_SHOTS'];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/sources-${name}.png`, fullPage: true });
  };
  const isWell = async (page: Page): Promise<void> => expect(await axeFindings(page)).toEqual([]);
  const hand = async (page: Page, name: string, text: string): Promise<void> =>
    await part(page)
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  beforeAll(async () => {
    team = await teamAtWork(newHome());
    [ana, bo] = await Promise.all([team.somebody(), team.somebody()]);
    await beginAs(ana.page, team, 'Ana');
    await ana.page.getByRole('navigation', { name: 'Pages' }).waitFor();
  });
  afterAll(async () => await team?.end());

  it('teach what each would let us judge while nothing is connected', async () => {
    const { page } = ana;
    await team.visit(page, '/sources');
    await part(page).getByText('Nothing beyond code can be judged yet').waitFor();
    await part(page).getByText('understudy import --templates tables').waitFor();
    expect(await part(page).getByText('not judged', { exact: true }).count()).toBeGreaterThan(10);
    await isWell(page);
    await shot(page, 'empty');
  });

  it('are connected by kind: address and secret are shown this once', async () => {
    const { page } = ana;
    await part(page).getByLabel('Kind of source').selectOption({ label: 'GitHub' });
    await part(page).getByText('Would let us judge: changes and reviews').waitFor();
    await isWell(page);
    await part(page).getByRole('button', { name: 'Connect GitHub' }).click();
    const told = part(page).getByRole('status');
    await told.first().waitFor();
    const [address, secret] = await told.locator('code').allInnerTexts();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hooks\/[0-9a-f-]{36}$/);
    expect(secret).toMatch(/^[\w-]{43}$/);
    await part(page)
      .getByRole('row', { name: /github GitHub .* nothing yet/ })
      .waitFor();
    await isWell(page);
    await shot(page, 'secret');
    expect((await fetch(address!, { method: 'POST', body: '{}' })).status).toBe(401);
    await team.visit(page, '/sources');
    const row = part(page).getByRole('row', { name: /github/ });
    await row.waitFor();
    expect(await page.content()).not.toContain(secret);
    await row.getByRole('button', { name: 'New secret' }).click();
    await row.getByRole('button', { name: 'End the old secret' }).waitFor();
    await told.first().waitFor();
    const [, next] = await told.locator('code').allInnerTexts();
    expect(next).not.toBe(secret);
    await row.getByRole('button', { name: 'End the old secret' }).click();
    await row.getByRole('button', { name: 'End it at once?' }).click();
    await expect.poll(async () => await row.getByRole('button', { name: 'End' }).count()).toBe(0);
  });

  it('take the secret of a service that makes its own once it is there', async () => {
    const { page } = ana;
    await part(page).getByLabel('Kind of source').selectOption({ label: 'PagerDuty' });
    await part(page).getByRole('button', { name: 'Connect PagerDuty' }).click();
    await part(page).getByText('Then hand over the secret that is made there').waitFor();
    await shot(page, 'their-secret');
    const row = part(page).getByRole('row', { name: /pagerduty PagerDuty/ });
    await row.getByText('by files').waitFor();
    expect(await row.getByRole('button', { name: /secret|deliveries/ }).count()).toBe(0);
    await row.getByText('Change', { exact: true }).click();
    await row.getByLabel('Secret that the other side made').fill('made over there');
    await row.getByRole('button', { name: 'Change it' }).click();
    await row.getByText('takes deliveries').waitFor();
    await isWell(page);
  });

  it('take a file: what was new, known and skipped, and why', async () => {
    const { page } = ana;
    await hand(page, 'leave.csv', TABLE.join('\n'));
    const files = part(page).getByRole('list', { name: 'Files handed over' }).getByRole('listitem');
    await files.first().getByText('2 new facts, 0 facts known, 1 record skipped.').waitFor();
    await files.first().getByText('First of what was skipped: line 4').waitFor();
    await part(page)
      .getByRole('row', { name: /absences .* 2 facts/ })
      .waitFor();
    await part(page)
      .getByText(/^Beyond code, 1 of \d+ kinds of facts are told/)
      .waitFor();
    await part(page)
      .getByText(`since ${day(90)}`)
      .waitFor();
    await hand(page, 'again.csv', `${TABLE.slice(0, 3).join('\n')}\ncy@example.org,${day(40)},${day(36)}\n`);
    await files.nth(1).getByText('1 new fact, 2 facts known, 0 records skipped.').waitFor();
    await hand(page, 'what.bin', 'nothing');
    await files.nth(2).getByRole('alert').getByText('what.bin').waitFor();
    await isWell(page);
    await shot(page, 'told');
  });

  it('fit a phone', async () => {
    const { page } = ana;
    await page.setViewportSize(PHONE);
    await page.waitForTimeout(300);
    expect(await overhang(page)).toBe(0);
    expect(await hiddenLabels(page)).toEqual([]);
    expect(await unsaidDates(page)).toEqual([]);
    await shot(page, 'phone');
  });

  it('show everybody else what is judged, and nothing of what is connected', async () => {
    await comeInBy(bo.page, await inviteFrom(ana.page, team, 'Bo'), 'Bo');
    await bo.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Sources' }).click();
    await bo.page.getByRole('heading', { level: 1, name: /^Beyond code, 1 of \d+ kinds of facts are told/ }).waitFor();
    expect(await bo.page.getByRole('button', { name: /Connect|Remove|New secret/ }).count()).toBe(0);
    await isWell(bo.page);
    await shot(bo.page, 'member');
  });

  it('are forgotten with what they told, asked for twice', async () => {
    const { page } = ana;
    await team.visit(page, '/sources');
    const row = part(page).getByRole('row', { name: /absences/ });
    await row.getByRole('button', { name: 'Remove' }).click();
    await row.getByRole('button', { name: 'Forget it and all that it told?' }).click();
    await part(page).getByText('Nothing beyond code can be judged yet').waitFor();
    expect([...ana.problems, ...bo.problems].filter((problem) => !/422/.test(problem))).toEqual([]);
  });
});
