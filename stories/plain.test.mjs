// The core journeys for people who use no mouse, and in browsers that run no script.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, pageFor, startBrowser, startDemo } from './product.mjs';

let demo, browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

/** Somebody at a keyboard: what has the focus can always be seen, and is reached by Tab alone. */
function keyboard(page) {
  let keys = 0;
  const press = async (key) => { await page.keyboard.press(key); keys += 1; };
  const to = async (locator) => {
    await locator.waitFor();
    for (let tabs = 0; tabs < 120; tabs += 1) {
      if (await locator.evaluate((e) => e === document.activeElement)) {
        const ring = await locator.evaluate((e) => {
          // A card that opens as a whole shows it around the card.
          const around = [e, e.parentElement, e.closest('.card-link')].filter(Boolean).map((of) => getComputedStyle(of));
          return around.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
        });
        assert.ok(ring, `the focus can be seen: ${await locator.evaluate((e) => e.outerHTML.slice(0, 200))}`);
        return;
      }
      await press('Tab');
    }
    throw new Error(`Tab does not reach ${locator}`);
  };
  return {
    keys: () => keys,
    enter: async (locator) => { await to(locator); await press('Enter'); },
    space: async (locator) => { await to(locator); await press('Space'); },
    type: async (locator, text) => { await to(locator); await page.keyboard.type(text); keys += 1; },
  };
}

test('a date is proposed, picked, moved and written down without JavaScript', async () => {
  const options = { javaScriptEnabled: false };
  const one = await pageFor(browser, demo.base, 'Chidi', options);
  const other = await pageFor(browser, demo.base, 'Dana', options);
  await one.goto(`${demo.base}/`);
  const home = demo.base + await one.locator('a.card-open', { hasText: 'Dana' }).first().getAttribute('href');
  await one.goto(`${home}/meetings/new`);
  await one.getByRole('button', { name: /^Send to/ }).click();
  await one.getByText('picks a time').first().waitFor();
  await other.goto(one.url());
  await other.locator('button[name=slot]').first().click();
  await other.getByText('It is a date').first().waitFor();
  const path = other.url();
  await other.goto(`${path}/move`);
  await other.locator('label:has(input[name=slots])').last().click();
  await other.getByRole('button', { name: 'Move the meeting' }).click();
  await other.getByText('Moved to').first().waitFor();
  await one.goto(`${home}/meetings`);
  await one.getByRole('button', { name: 'We met', exact: true }).click();
  await one.getByText('Written down: you met').first().waitFor();
  await one.goto(`${home}/meetings/new`);
  while (await one.locator('input[name=slots]:checked').count() > 0) await one.locator('input[name=slots]:checked').first().uncheck();
  await one.getByRole('button', { name: /^Send to/ }).click();
  await one.getByText('Please choose at least one time').first().waitFor();
  const reader = await pageFor(browser, demo.base, null);
  await mail(reader, demo.base, 'New time:');
  for (const page of [one, other, reader]) await page.context().close();
});

test('a relationship is led by keyboard alone: a date, a goal, a message, the pulse, the end', async (t) => {
  const page = await pageFor(browser, demo.base, 'Dana');
  const keys = keyboard(page);
  await page.goto(`${demo.base}/`);
  await keys.enter(page.locator('a.card-open', { hasText: 'Chidi Okafor' }));
  await page.waitForURL(/\/relationships\//);
  const home = page.url();
  await keys.enter(page.getByRole('link', { name: 'Propose times' }).first());
  await page.waitForURL(/\/meetings\/new/);
  await keys.space(page.locator('input[name=slots]:checked').first());
  assert.equal(await page.locator('input[name=slots]:checked').count(), 2);
  await keys.enter(page.getByRole('button', { name: 'Send to Chidi Okafor' }));
  await page.getByText('Chidi Okafor picks a time').first().waitFor();

  await page.goto(`${home}/goals/new`);
  await keys.type(page.getByLabel('What do you want to reach?'), 'I have run a whole budget round');
  await keys.enter(page.getByRole('button', { name: 'Write it down' }));
  await page.getByText('Written down').first().waitFor();

  await page.goto(`${home}/messages`);
  await keys.type(page.getByLabel(/Your message to/), 'See you soon');
  await keys.enter(page.getByRole('button', { name: 'Send' }));
  await page.getByText('See you soon').waitFor();

  await page.goto(`${home}/check-in`);
  await keys.space(page.locator('input[name=going]').first());
  await page.keyboard.press('ArrowRight');
  await keys.enter(page.getByRole('button', { name: 'Send' }));
  await page.getByText('Thank you').first().waitFor();

  await page.goto(home);
  await keys.enter(page.getByRole('link', { name: 'End this' }));
  await page.waitForURL(/\/end$/);
  await keys.enter(page.getByRole('button', { name: 'End it' }));
  await page.getByText('It has ended').first().waitFor();
  t.diagnostic(`keys pressed for the whole: ${keys.keys()}`);
  await page.context().close();
});
