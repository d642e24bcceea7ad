// How things end: in their time with a word before, by somebody's leaving, and with their programme.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, mailCount, pageFor, property, startBrowser, startDemo, travel } from './product.mjs';

let demo, browser, post;
before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  post = await pageFor(browser, demo.base, null);
});
after(async () => { await browser?.close(); await demo?.stop(); });

test('both hear in time that the last day comes near, and the coordinator has it on the list', async (t) => {
  const dana = await pageFor(browser, demo.base, 'Dana');
  await dana.goto(`${demo.base}/`);
  await dana.locator('a.card-open', { hasText: 'Chidi Okafor' }).first().click();
  const until = await dana.locator('dl', { hasText: 'Until' }).innerText();
  const last = Date.parse(`${until.match(/Until\s+(\d+ \w+ \d+)/)[1]} UTC`);
  await travel(demo.base, Math.floor((last - Date.now()) / 86_400_000) - 28);
  const { text, links } = await mail(post, demo.base, 'Dana Whitlock', 'Your time with Chidi Okafor ends');
  const day = text.match(/ends on \w+ (\d+ \w+)/)[1];
  assert.ok(until.includes(day), `${day} stands on the page: ${until}`);
  assert.match(text, /meet once more/);
  assert.equal(await mailCount(post, demo.base, 'Chidi Okafor', 'Your time with Dana Whitlock ends'), 1);
  await travel(demo.base, 18);
  const bea = await pageFor(browser, demo.base, 'Bea');
  await bea.goto(`${demo.base}/monday`);
  const week = await bea.locator('main').innerText();
  assert.match(week, /ends? within two weeks|ends in \d+ days/, week);
  await bea.context().close();
  await dana.goto(links.find((link) => link.includes('/relationships/')));
  t.diagnostic(`told of the end of ${day}`);
  await dana.context().close();
});

test('who takes their part back leaves in three clicks; the other hears kind words, the calendar is emptied', async () => {
  const chidi = await pageFor(browser, demo.base, 'Chidi');
  const dana = await pageFor(browser, demo.base, 'Dana');
  await dana.goto(`${demo.base}/`);
  await dana.locator('a.card-open', { hasText: 'Chidi Okafor' }).first().click();
  const home = dana.url();
  await dana.goto(`${home}/meetings/new`);
  await dana.getByRole('button', { name: 'Send to Chidi Okafor' }).click();
  await dana.getByText('picks a time').first().waitFor();
  await chidi.goto(dana.url());
  await chidi.locator('button[name=slot]').first().click();
  await chidi.getByText('It is a date').waitFor();

  await dana.goto(`${demo.base}/`);
  await dana.locator('section', { hasText: 'Your programmes' }).last().getByRole('link', { name: 'Your answers' }).first().click();
  await dana.getByRole('link', { name: 'Take my registration back' }).first().click();
  await dana.getByText('No reason is needed').waitFor();
  await dana.getByRole('button', { name: 'Yes, take it back' }).click();
  await dana.getByText('Your registration is taken back').waitFor();
  const { text } = await mail(post, demo.base, 'Chidi Okafor', 'An end, and thank you');
  assert.match(text, /You come first in the next round/);
  assert.doesNotMatch(text, /taken back|withdr|failed|fault of|sorry/i);
  const off = await mail(post, demo.base, 'Chidi Okafor', 'Called off:');
  assert.equal(property(off.calendar, 'METHOD'), 'CANCEL');
  const told = await mail(post, demo.base, 'Bea', 'Dana Whitlock no longer takes part');
  assert.match(told.text, /come first in the next round/);
  for (const page of [chidi, dana]) await page.context().close();
});

test('a programme that closes thanks all who were in it, and its report is there', async () => {
  const bea = await pageFor(browser, demo.base, 'Bea');
  await bea.goto(`${demo.base}/programmes`);
  await bea.getByRole('link', { name: 'One-to-one mentoring' }).first().click();
  const home = bea.url();
  const before = await mailCount(post, demo.base, ': thank you');
  await bea.getByRole('link', { name: 'Close the programme' }).click();
  await bea.locator('main form .btn-primary').click();
  await bea.waitForURL(home);
  for (let tries = 0; await mailCount(post, demo.base, ': thank you') <= before; tries += 1) {
    assert.ok(tries < 50, 'they are thanked');
    await post.waitForTimeout(300);
  }
  await bea.goto(`${home}/relationships`);
  await bea.goto(`${home}/report`);
  assert.match(await bea.locator('main').innerText(), /% of \d+/, 'one denominator');
  await bea.context().close();
});
