// An event with speed rounds: from the gallery to two who go on together; somebody leaves early, the
// wall shows who sits where, and the cards can be printed on A4.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, pageFor, startBrowser, startDemo } from './product.mjs';

let demo, browser, bea, post, base;
const PLAIN = { javaScriptEnabled: false };

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  bea = await pageFor(browser, demo.base, 'Bea');
  bea.on('dialog', (dialog) => dialog.accept());
  post = await pageFor(browser, demo.base, null);
});
after(async () => { await browser?.close(); await demo?.stop(); });

const PEOPLE = [
  ...['Ann Ash', 'Ben Birch', 'Cas Cedar'].map((name) => [name, 'Mentor']),
  ...['Dan Dill', 'Eva Elder', 'Fin Fern', 'Gus Gorse'].map((name) => [name, 'Mentee']),
];

test('the tables of seven people are planned in three actions after the list came in', async (t) => {
  await bea.goto(`${demo.base}/programmes/new`);
  await bea.locator('[data-decision=preset]').filter({ hasText: 'Speed mentoring' }).first().click();
  await bea.locator('[data-decision=start]').click();
  await bea.locator('[data-decision=create] .btn-primary').click();
  await bea.locator('[data-decision=open]').click();
  const home = bea.url().match(/^.*\/programmes\/[^/?#]+/)[0];
  base = `${home}/tables`;
  await bea.goto(`${home}/import`);
  const rows = PEOPLE.map(([name, role]) => `${name};${name.toLowerCase().replace(' ', '.')}@larkspur.example;${role}`);
  await bea.getByLabel('Spreadsheet').setInputFiles({
    name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(`Name;E-mail;Role\n${rows.join('\n')}\n`),
  });
  await bea.getByRole('button', { name: 'Read the file' }).click();
  await bea.locator('label', { hasText: 'They take part' }).click();
  await bea.getByRole('button', { name: 'Look at what would happen' }).click();
  await bea.getByRole('button', { name: 'Import', exact: true }).click();
  let actions = 0;
  await bea.goto(`${home}/rounds`);
  await bea.locator('main form button').first().click();
  actions += 1;
  await bea.getByText('3 keep their tables, 4 move on').waitFor();
  await bea.locator('[data-action=plan-tables]').click();
  actions += 1;
  await bea.getByText('The tables are planned').first().waitFor();
  assert.match(await bea.locator('main').innerText(), /sits out 1 to 1 times/, 'the waiting is shared');
  await bea.getByRole('button', { name: 'Send everybody their list' }).click();
  actions += 1;
  t.diagnostic(`from the list of people to everybody's own list: ${actions} actions`);
  const sent = await mail(post, demo.base, 'Eva Elder', 'Your tables at');
  assert.match(sent.text, /Round 1: /);
});

test('the wall turns from round to round without a script, and paper has a card for each table', async () => {
  const wall = await pageFor(browser, demo.base, 'Bea', PLAIN);
  await wall.goto(`${base}/room`);
  await wall.getByRole('heading', { name: 'Round 1 of 4' }).waitFor();
  await wall.getByRole('link', { name: 'Round 2' }).click();
  await wall.getByRole('heading', { name: 'Round 2 of 4' }).waitFor();
  await wall.context().close();
  await bea.goto(`${base}/print`);
  assert.equal(await bea.getByRole('heading', { name: /^Table \d/ }).count(), 3);
  const paper = await bea.pdf({ format: 'A4' });
  assert.ok(paper.length > 1000);
});

test('who leaves early changes only the rounds to come, and it can be taken back', async () => {
  await bea.goto(base);
  await bea.locator('[data-action=next-round]').click();
  await bea.getByText('Round 1 of 4').waitFor();
  const first = async () => bea.locator('section', { hasText: 'By table' }).locator('tbody tr td:nth-child(3)').allInnerTexts();
  const before = await first();
  await bea.getByRole('button', { name: /^Has left.*Gus Gorse/ }).click();
  await bea.getByText('Gus Gorse has left').first().waitFor();
  assert.deepEqual(await first(), before, 'the round that runs stays');
  await bea.getByRole('button', { name: 'Take the last step back' }).click();
  await bea.getByText('Taken back').first().waitFor();
  for (let round = 0; round < 4; round += 1) await bea.locator('[data-action=next-round]').click();
  await bea.getByText('All 4 rounds are over').waitFor();
});
