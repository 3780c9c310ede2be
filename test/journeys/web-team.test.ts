import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerReady } from '#core/answers/ready.ts';
import { makeWorld } from '#test/world.ts';
import { axeFindings, coloursOf, DESKTOP, hiddenLabels, openBrowser, overhang, PHONE, type WatchedPage, watchedPage } from './browser.ts';
import { openTeamDouble, type TeamDouble } from './team-double.ts';

/** The pages of one repository as a member of a team sees them: the browser asks, and never gets the world. */
describe('the page of a team', () => {
  const world = makeWorld();
  /** Somebody whose absence is felt. */
  const self = world.evidence.people.findIndex((_, person) => answerReady(world, { who: [], people: [person] }).rows.length > 1);
  const secrets = world.evidence.people.flatMap(({ name, emails }) => [name, ...emails]);
  let browser: Browser;
  let server: TeamDouble;
  let watched: WatchedPage;
  let page: Page;
  let expected: RegExp | null;
  const visit = async (path: string): Promise<void> => {
    await page.goto(`${server.address}/r/payments${path}`);
    await page.locator('h1').first().waitFor({ state: 'attached' });
  };
  const asked = (part: string): number => server.asked.filter(({ url }) => url.includes(part)).length;

  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser(), openTeamDouble(world)]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), server?.close()]);
  });
  beforeEach(async () => {
    expected = null;
    Object.assign(server, { viewer: { mode: 'team', self, grants: [{ role: 'member' }] }, signedIn: true, slowness: 0 });
    server.asked.length = 0;
    watched = await watchedPage(browser, { reducedMotion: 'reduce' });
    ({ page } = watched);
  });
  afterEach(async () => {
    const text = await page.content();
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(server.asked.filter(({ url }) => url.includes('/api/world') || url.includes('/api/commits'))).toEqual([]);
    await watched.close();
    expect(watched.problems.filter((problem) => expected === null || !expected.test(problem))).toEqual([]);
  });

  it('answers first, with picture and series, and names nobody', async () => {
    await visit('');
    expect(await page.locator('h1').innerText()).toMatch(/If any one person were away for two weeks, \d+ % of the expected work/);
    await page.getByRole('img', { name: /Map of \d+ files in \d+ areas/ }).waitFor();
    await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
    await page.getByRole('img', { name: /Work still carried in the worst single absence, over time/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('links deep: an area’s page stands below its repository, and so do the links on it', async () => {
    await visit('/areas/area-1');
    await page
      .getByRole('heading', { name: 'Who carries it' })
      .or(page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    // Nothing beyond git is told here: no facet is called well, and each says so.
    await expect.poll(() => page.getByRole('region', { name: 'Beyond code' }).getByText('not judged', { exact: true }).count()).toBe(3);
    await page.getByRole('link', { name: 'Show on the map' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/r/payments/map');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Areas' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/r/payments/areas');
    const rules = page.getByRole('region', { name: 'Rules of CODEOWNERS' });
    await rules.getByRole('row', { name: /nowhere.*dead/ }).waitFor();
    expect(await rules.getByRole('cell', { name: 'held back' }).count()).toBe(2);
    expect(await rules.getByText('whoever-asks').count()).toBe(0);
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: /Find a page/ }).fill('Absence lab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/r/payments/away');
  });

  describe('map', () => {
    it('draws what the server gives, goes in, and offers no colour that is not told', async () => {
      await visit('/map');
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
      expect(await page.getByLabel('Colour', { exact: true }).locator('option').allInnerTexts()).not.toContain('Colour: AI share');
      await page.getByLabel('Colour', { exact: true }).selectOption('factor');
      await expect.poll(() => asked('weights?colour=factor')).toBe(1);
      const outline = page.getByRole('tree', { name: 'Outline of the map' });
      await outline.getByRole('treeitem').nth(1).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).not.toBeNull();
      expect(asked('/board') + asked('/weights')).toBe(3);
      expect(await axeFindings(page)).toEqual([]);
    });

    it('asks for the date the slider rests on, not for those it passes', async () => {
      server.slowness = 150;
      await visit('/map');
      const time = page.getByRole('slider', { name: 'Date the map shows' });
      await time.waitFor();
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
      await time.focus();
      for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowLeft');
      await expect.poll(() => asked('&at=')).toBe(1);
      await page.getByRole('button', { name: /^as of \d{4}/ }).waitFor();
      await page.waitForTimeout(500);
      expect(asked('&at=')).toBe(1);
    });

    it('plays, with the next dates fetched ahead', async () => {
      await visit('/map');
      await page.getByRole('button', { name: 'Play the history' }).click();
      await expect.poll(() => asked('weights?colour=cover&at=')).toBeGreaterThan(4);
      await page.getByRole('button', { name: 'Pause' }).click();
      const urls = server.asked.map(({ url }) => url).filter((url) => url.includes('weights?colour=cover&at='));
      expect(new Set(urls).size).toBe(urls.length);
    });

    it('ends at the areas under a works agreement', async () => {
      server.viewer = { mode: 'council', self, grants: [{ role: 'member' }] };
      await visit('/map');
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(3);
      const outline = page.getByRole('tree', { name: 'Outline of the map' });
      expect(await outline.getByRole('treeitem').count()).toBe(world.partition.areas.length + 1);
    });
  });

  describe('absence lab', () => {
    it('starts with me and only me: days, verdicts, what queues up, and what to hand over by when', async () => {
      await visit('/away?from=2026-01-05&to=2026-01-18');
      await expect.poll(async () => await page.locator('h1').innerText()).toMatch(/^Without you from 2026-01-05 to 2026-01-18/);
      expect(await page.getByLabel('Away', { exact: true }).count()).toBe(0);
      const ready = page.getByRole('region', { name: 'Before you go' });
      await ready.getByRole('heading', { name: 'Hand over by 2026-01-04' }).waitFor();
      expect(await ready.getByRole('listitem').count()).toBeGreaterThan(1);
      await ready
        .getByText(/^somebody (knows|could learn)/)
        .first()
        .waitFor();
      await ready
        .getByRole('button', { name: /changes$/ })
        .first()
        .click();
      await page.getByRole('dialog', { name: 'Because' }).getByRole('heading', { name: 'Formula' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: /verdicts? change/ }).waitFor();
      expect(server.asked.some(({ url }) => url.includes('/answers/ready?me=true&from=2026-01-05&to=2026-01-18'))).toBe(true);
      await expect.poll(() => asked('without=me')).toBeGreaterThan(0);
      expect(asked('/successors')).toBe(0);
      const stuck = page.getByRole('region', { name: 'What nobody could approve' });
      await stuck.getByText(/^In these days changes under 1 rule of CODEOWNERS could be approved by nobody, if the branch/).waitFor();
      await stuck.getByText(/^One more name in each of these rules of/).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('means oneself, whoever a link names', async () => {
      await visit('/away?who=p1,p2&from=2026-01-05&to=2026-01-18');
      await expect.poll(async () => await page.locator('h1').innerText()).toMatch(/^Without you/);
      expect(server.asked.some(({ url }) => url.includes('who='))).toBe(false);
    });

    it('says what is missing while it is not known who asks', async () => {
      server.viewer = { mode: 'team', grants: [{ role: 'member' }] };
      await visit('/away');
      await page.getByRole('heading', { name: 'Which person of this history are you?' }).waitFor();
      expect(asked('/answers/away')).toBe(0);
    });
  });

  describe('when it cannot', () => {
    it('notices that somebody was signed out meanwhile, and keeps the address', async () => {
      expected = /401/;
      await visit('/map');
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
      server.signedIn = false;
      await page.getByLabel('Colour', { exact: true }).selectOption('demand');
      await page.getByRole('form', { name: 'Sign in' }).waitFor();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/r/payments/map?colour=demand');
    });

    it('shows a refusal in its own words', async () => {
      expected = /422/;
      server.viewer = { mode: 'team', grants: [{ role: 'administrator' }] };
      await page.goto(`${server.address}/r/payments/map`);
      await page.getByRole('alert').waitFor();
      await page.goto(`${server.address}/r/nowhere/map`);
      await page
        .getByRole('alert')
        .getByText(/nowhere/)
        .waitFor();
    });

    it('asks once, and then only whether it still holds', async () => {
      await visit('/areas');
      await page.getByRole('table').first().waitFor();
      expect(asked('/answers/areas')).toBe(1);
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Map' }).click();
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
      expect(asked('/answers/areas')).toBe(1);
    });
  });

  it.each(['', '/map', '/away', '/areas', '/areas/area-1', '/evaluation'])('fits a phone: %s does not scroll sideways', async (path) => {
    await page.setViewportSize(PHONE);
    await visit(path);
    await page.waitForTimeout(400);
    expect(await overhang(page)).toBe(0);
    expect(await hiddenLabels(page)).toEqual([]);
    const folder = process.env['UNDERSTUDY_SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/phone-team${path.replaceAll('/', '-')}.png`, fullPage: true });
  });

  it.runIf(process.env['UNDERSTUDY_SHOTS'])('is looked at', async () => {
    const folder = process.env['UNDERSTUDY_SHOTS']!;
    mkdirSync(folder, { recursive: true });
    for (const [name, path] of Object.entries({
      front: '',
      map: '/map',
      lab: '/away?from=2026-01-05&to=2026-01-18',
      area: '/areas/area-1',
    })) {
      await visit(path);
      await page.waitForTimeout(2500);
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    }
    await page.setViewportSize(PHONE);
    await visit('/away?from=2026-01-05&to=2026-01-18');
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `${folder}/lab-phone.png`, fullPage: true });
    await page.setViewportSize(DESKTOP);
    server.viewer = { mode: 'council', grants: [{ role: 'member' }] };
    for (const [name, path] of Object.entries({ 'council-map': '/map', 'council-lab': '/away' })) {
      await visit(path);
      await page.waitForTimeout(2500);
      await page.screenshot({ path: `${folder}/${name}.png` });
    }
  });
});
