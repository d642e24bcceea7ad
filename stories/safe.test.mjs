// What keeps people safe: somebody says that something is not right, from any page and in two
// actions; those in charge hear of it at once, and nobody whom it may be about does.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, mailCount, pageFor, startBrowser, startDemo } from './product.mjs';

let demo, browser, bea, chidi, dana, post, concern;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, javaScriptEnabled: false };

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  chidi = await pageFor(browser, demo.base, 'Chidi');
  dana = await pageFor(browser, demo.base, 'Dana', PHONE);
  bea = await pageFor(browser, demo.base, 'Bea');
  post = await pageFor(browser, demo.base, null);
});
after(async () => { await browser?.close(); await demo?.stop(); });

test('a concern is said in two actions from any page, also without a script', async (t) => {
  await dana.goto(`${demo.base}/`);
  const home = await dana.locator('a[href^="/relationships/"]').first().getAttribute('href');
  await dana.goto(`${demo.base}${home.match(/^\/relationships\/[^/]+/)[0]}/messages`);
  let actions = 0;
  await dana.getByRole('link', { name: 'Report a concern' }).click();
  actions += 1;
  assert.match(await dana.getByLabel('About what?').locator('option:checked').innerText(), /Chidi Okafor/);
  await dana.getByLabel('What is it?').fill('MARKER-WORD it does not feel right');
  await dana.getByRole('button', { name: 'Send it' }).click();
  actions += 1;
  await dana.getByText('It has been sent').first().waitFor();
  concern = dana.url();
  assert.equal(actions, 2);
  t.diagnostic(`saying a concern: ${actions} actions and the words`);
});

test('its lead is told at once and without its words; the partner finds nothing', async () => {
  const told = await mail(post, demo.base, 'Bea', 'A concern waits for you');
  assert.doesNotMatch(told.text, /MARKER-WORD/);
  assert.equal(await mailCount(post, demo.base, 'Chidi Okafor', 'concern'), 0);
  const hidden = await chidi.goto(concern);
  assert.equal(hidden.status(), 404);
  await chidi.goto(`${demo.base}/concerns`);
  await chidi.getByText('There are none').waitFor();
  await bea.goto(`${demo.base}/monday`);
  await bea.getByText('One concern waits for your answer').waitFor();
  await bea.goto(concern);
  await bea.getByText('MARKER-WORD').waitFor();
});

test('the answer reaches whoever said it', async () => {
  await bea.getByLabel(/Your answer to/).fill('Thank you for saying it. I call you today.');
  await bea.getByRole('button', { name: 'Answer' }).click();
  await bea.getByText('Sent. They are told').waitFor();
  await mail(post, demo.base, 'Dana Whitlock', 'You have an answer');
  await dana.goto(concern);
  await dana.getByText('I call you today.').waitFor();
});
