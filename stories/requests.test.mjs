// Where people ask each other: the programme is made from the gallery, people join by its link, one
// asks, the other answers from the mail, and whoever does not answer keeps nobody waiting.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, pageFor, startBrowser, startDemo, travel } from './product.mjs';

let demo, browser, post, bea, home, join;
before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  post = await pageFor(browser, demo.base, null);
  bea = await pageFor(browser, demo.base, 'Bea');
  await bea.goto(`${demo.base}/programmes/new`);
  await bea.locator('[data-decision=preset]').filter({ hasText: 'Ask an expert' }).first().click();
  await bea.locator('[data-decision=start]').click();
  await bea.locator('[data-decision=create] .btn-primary').click();
  await bea.locator('[data-decision=open]').click();
  join = await bea.locator('#join-address').inputValue();
  home = bea.url().replace(/[?#].*/, '');
});
after(async () => { await browser?.close(); await demo?.stop(); });

/** Registers a signed-in person with a role, ticking the first two topics and answering the rest. */
async function register(page, role) {
  await page.goto(join);
  for (let step = 0; step < 12; step += 1) {
    const done = page.url().endsWith('/done') || page.url().endsWith('/part');
    if (done) return;
    await fill(page, role);
    await page.locator('main form .btn-primary').first().click();
    await page.waitForLoadState();
  }
  throw new Error(`the registration does not end: ${page.url()}\n${await page.locator('main').innerText()}`);
}

async function fill(page, role) {
  const choice = page.locator('main form label', { hasText: new RegExp(role, 'i') });
  if (await page.locator('main form input[name=part]').count() > 0) await choice.first().click();
  for (const group of await page.locator('main form fieldset').all()) {
    const boxes = group.locator('input[type=checkbox], input[type=radio]');
    if (await boxes.count() > 0 && await group.locator('input:checked').count() === 0) {
      await boxes.first().check({ force: true });
    }
  }
  for (const text of await page.locator('main form textarea[required], main form input[type=text][required]').all()) {
    if (!(await text.inputValue())) await text.fill('How to read an annual account');
  }
  for (const text of await page.locator('main form input[name$="-other"]').all()) {
    const field = (await text.getAttribute('name')).replace(/-other$/, '');
    const ticked = await page.locator(`main form input[name="${field}"]:checked`).count();
    if (ticked === 0 && !(await text.inputValue())) await text.fill('Reading accounts');
  }
  for (const select of await page.locator('main form select[required]').all()) {
    if (!(await select.inputValue())) await select.selectOption({ index: 1 });
  }
}

test('a learner finds an expert, asks in four steps, and the expert says yes from the mail', async (t) => {
  const chidi = await pageFor(browser, demo.base, 'Chidi');
  const dana = await pageFor(browser, demo.base, 'Dana');
  await register(chidi, 'expert');
  await register(dana, 'learner');
  await dana.goto(`${demo.base}/`);
  await dana.getByRole('link', { name: 'See who suits you' }).click();
  await dana.getByText('Chidi Okafor').first().waitFor();
  await dana.getByRole('link', { name: 'Look closer Chidi Okafor' }).click();
  await dana.getByLabel('What would you like help with?').fill('Could you read my first account with me?');
  await dana.locator('[data-action=ask]').click();
  await dana.getByText('Chidi Okafor has been asked').waitFor();
  assert.match(await dana.locator('main').innerText(), /Answer by/);
  t.diagnostic('4 steps from the start page to a sent request');
  const asked = await mail(post, demo.base, 'Chidi Okafor', 'would like to work with you');
  assert.match(asked.text, /read my first account/);
  const yes = asked.links.find((link) => link.includes('/m/request/'));
  const phone = await pageFor(browser, demo.base, null, { viewport: { width: 390, height: 844 } });
  await phone.goto(yes);
  await phone.getByText('Could you read my first account').waitFor();
  await phone.getByRole('button', { name: 'Yes, gladly' }).click();
  await phone.getByText('You said yes').first().waitFor();
  await dana.goto(`${demo.base}/`);
  await dana.locator('.tiles', { hasText: 'Ask an expert' }).first().waitFor();
  for (const page of [chidi, dana, phone]) await page.context().close();
});

test('who does not answer keeps nobody waiting, and the coordinator sees who waits', async () => {
  const amal = await pageFor(browser, demo.base, 'Amal');
  await register(bea, 'expert');
  await register(amal, 'learner');
  await amal.goto(`${demo.base}/`);
  await amal.getByRole('link', { name: 'See who suits you' }).click();
  await amal.getByRole('link', { name: 'Look closer Bea Lindqvist' }).click();
  await amal.locator('[data-action=ask]').click();
  await amal.getByText('Bea Lindqvist has been asked').waitFor();
  await bea.goto(home);
  await bea.locator('nav.tabs').getByRole('link', { name: 'Requests' }).click();
  const queue = await bea.locator('main').innerText();
  assert.match(queue, /Amal Haddad/);
  assert.doesNotMatch(queue, /Bea Lindqvist/, 'whom she asked stays between them');
  await travel(demo.base, 6);
  const told = await mail(post, demo.base, 'Amal Haddad', 'About your request');
  assert.match(told.text, /says nothing about you/);
  await amal.goto(told.links.find((link) => link.includes('/enrolments/')));
  await amal.locator('main h1').waitFor();
});
