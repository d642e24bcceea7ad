// A programme from the gallery to running relationships, counted where the product promises a number.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, pageFor, startBrowser, startDemo, travel } from './product.mjs';

let demo, browser, join;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('from the gallery to open registration in at most 12 decisions', async (t) => {
  const page = await pageFor(browser, demo.base, 'Bea');
  let decisions = 0;
  const decide = async (locator) => { await locator.click(); decisions += 1; };
  await page.goto(`${demo.base}/programmes/new`);
  await decide(page.locator('[data-decision=preset]').filter({ hasText: 'One-to-one mentoring' }).first());
  await decide(page.locator('[data-decision=start]'));
  await decide(page.locator('[data-decision=create] .btn-primary'));
  await decide(page.locator('[data-decision=open]'));
  join = await page.locator('#join-address').evaluate((e) => e.value ?? e.textContent.trim());
  assert.match(join, /\/join\//);
  t.diagnostic(`decisions from the gallery to open registration: ${decisions} (at most 12)`);
  assert.ok(decisions <= 12);
  await page.context().close();
});

// Answers a step of the registration as somebody in a hurry does. Gives how many questions it had.
async function answer(page) {
  const questions = page.locator('main form .audience');
  const number = await questions.count();
  for (const group of await page.locator('main form fieldset').all()) {
    const ticks = group.locator('input[type=checkbox], input[type=radio]');
    if (await ticks.count() > 0 && await group.locator('input:checked').count() === 0) {
      await group.locator('label', { has: ticks.first() }).or(group.locator('label')).first().click();
    }
  }
  for (const select of await page.locator('main form select[required]').all()) {
    if (!(await select.inputValue())) await select.selectOption({ index: 1 });
  }
  for (const area of await page.locator('main form textarea').all()) {
    if (!(await area.inputValue()) && !(await area.getAttribute('name')).match(/prefer|avoid/)) {
      await area.fill('I would like to find out what else there is.');
    }
  }
  return number;
}

test('a mentee registers on a phone, without JavaScript, in at most 10 questions, and may stop on the way', async (t) => {
  const page = await pageFor(browser, demo.base, null, { ...PHONE, javaScriptEnabled: false });
  await page.goto(join);
  await page.locator('label', { hasText: /mentee/i }).first().click();
  await page.getByLabel('Name').fill('Wilma Grove');
  await page.getByLabel(/mail/i).fill('wilma@larkspur.example');
  await page.locator('main form .btn-primary').click();
  const reader = await pageFor(browser, demo.base, null);
  const { links } = await mail(reader, demo.base, 'Wilma Grove');
  await page.goto(links.find((link) => link.includes('/join/confirm/')));
  await page.locator('main form button').click();
  let questions = 0, step = 0;
  while (page.url().includes('/steps/')) {
    questions += await answer(page);
    await page.locator('button[name=go][value=on]').click();
    step += 1;
    if (step === 2) {
      const left = page.url();
      await page.goto(`${demo.base}/account`);
      await page.goto(left.replace(/\/enrolments\/.*/, '/register'));
      assert.equal(page.url(), left, 'goes on where they stopped');
    }
    assert.ok(step < 20, `the registration ends: ${page.url()}`);
  }
  await page.locator('main form .btn-primary').click();
  await page.waitForURL(/\/done$/);
  t.diagnostic(`questions to register: ${questions} (at most 10)`);
  assert.ok(questions > 0 && questions <= 10);
  await reader.context().close();
  await page.context().close();
});

test('matching day is three actions; the price of a change is shown first; publishing can be undone', async (t) => {
  const page = await pageFor(browser, demo.base, 'Bea');
  await page.goto(`${demo.base}/programmes`);
  await page.getByRole('link', { name: 'Women in technology mentoring' }).first().click();
  const home = page.url();
  await page.goto(`${home}/rounds`);
  let actions = 0;
  const act = async (name) => { await page.locator(`[data-action=${name}]`).click(); actions += 1; };
  await act('open-round');
  const round = page.url();
  await page.locator('[data-action=preview-mails]').waitFor();
  // Looking at a price is no decision.
  const pin = await page.locator('a.menu-item[href*="kind=forbid"]').first().getAttribute('href');
  await page.goto(new URL(pin, demo.base).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.match(await page.locator('main').innerText(), /\d/, 'a price in figures');
  await page.locator('main form .btn-primary').first().click();
  await page.waitForURL(round);
  await page.locator(`form[action$="/back"] button`).first().click();
  await page.goto(round);
  await act('preview-mails');
  await act('publish');
  await page.waitForURL(round);
  t.diagnostic(`actions on matching day: ${actions} (3)`);
  assert.equal(actions, 3);
  page.on('dialog', (dialog) => dialog.accept());
  await page.locator('[data-action=undo]').click();
  const sure = page.locator('dialog[open] .btn-primary, dialog[open] [value=yes]');
  if (await sure.count() > 0) await sure.first().click();
  await page.waitForURL(round);
  await page.goto(`${home}/rounds`);
  for (const name of ['open-round', 'preview-mails', 'publish']) await page.locator(`[data-action=${name}]`).click();
  await page.locator('[data-action=undo]').waitFor();
  await page.context().close();
});

/** The links of the newest mail that asks somebody to say yes or no. */
async function offer() {
  const source = async (path) => (await fetch(demo.base + path)).text();
  const list = await source('/dev/outbox');
  for (const [path] of list.matchAll(/\/dev\/outbox\/[0-9a-f-]{36}/g)) {
    const links = [...(await source(path)).matchAll(/href="([^"]*\/m\/offer\/[^"]+)"/g)].map((m) => m[1]);
    if (links.length > 0) return links;
  }
  throw new Error('no offer in the outbox');
}

test('an offer is accepted from the mail with one tap and one confirmation, and a scanner changes nothing', async (t) => {
  await travel(demo.base, 0, 16);
  const offers = await offer();
  assert.ok(offers.length >= 2, 'a yes and a no');
  // A scanner follows every link, several times.
  for (const link of [...offers, ...offers]) assert.equal((await fetch(link)).status, 200);
  const page = await pageFor(browser, demo.base, null, PHONE);
  await page.goto(offers[0]);
  await page.getByRole('button', { name: 'Yes, gladly' }).click();
  await page.locator('main').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Yes, gladly' }).count(), 0, 'it is answered');
  t.diagnostic('accepting from the mail: 1 tap and 1 confirmation, 0 sign-ins');
  await page.context().close();
});
