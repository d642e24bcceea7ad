// How people come into a programme: by a list, by an invitation, by their own application; and that
// each of it can be looked at first and taken back after.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, mailCount, openProgramme, pageFor, startBrowser, startDemo, travel } from './product.mjs';

let demo, browser, bea, post, home;

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  bea = await pageFor(browser, demo.base, 'Bea');
  // Whatever asks «are you sure?» is sure.
  bea.on('dialog', (dialog) => dialog.accept());
  post = await pageFor(browser, demo.base, null);
  home = await openProgramme(bea, demo.base);
});
after(async () => { await browser?.close(); await demo?.stop(); });

/** A list as people have it: a byte-order mark, semicolons, headings of their own. */
const list = (rows) => ({
  name: 'new joiners.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeffWho;Contact;Unit;Part;Shoe size\r\n${rows.join('\r\n')}\r\n`),
});
const ROWS = [
  'Petra Holm;PETRA.HOLM@larkspur.example;Logistics;Mentee;38',
  '"Sand; Omar";omar.sand@larkspur.example;Finance;mentee;44',
  'Lin Zhao;lin.zhao@larkspur.example;People;Mentor;',
  'Vera Moss;vera.moss@larkspur.example;Legal;mentee;40',
];

async function choose(rows) {
  await bea.goto(`${home}/import`);
  await bea.getByLabel('Spreadsheet').setInputFiles(list(rows));
  await bea.getByRole('button', { name: 'Read the file' }).click();
  await bea.getByRole('heading', { name: 'What the columns mean' }).waitFor();
  const means = ['Name', 'E-mail address', 'Department', 'Role', 'Leave out'];
  for (const [n, field] of means.entries()) {
    await bea.getByLabel(`Meaning of column ${'ABCDE'[n]}`).selectOption({ label: field });
  }
  await bea.locator('label', { hasText: 'Applicants' }).click();
  await bea.getByRole('button', { name: 'Look at what would happen' }).click();
}

test('a wrong row is named by its line with what to do, and nothing is imported', async () => {
  await choose([...ROWS, 'Broken Row;broken(at)larkspur;Legal;mentee;41']);
  const wrong = await bea.locator('main table').innerText();
  assert.match(wrong, /Line 6/i, wrong);
  assert.equal(await bea.getByRole('button', { name: 'Import' }).count(), 0);
  await bea.goto(`${demo.base}/people?q=petra.holm`);
  assert.equal(await bea.locator('main').getByText('Petra Holm').count(), 0);
});

test('a list is looked at, imported whole, decided on in bulk, and all of it taken back', async (t) => {
  await choose(ROWS);
  await bea.getByRole('heading', { name: 'What would happen' }).waitFor();
  for (const name of ['Petra Holm', 'Lin Zhao', 'Vera Moss']) await bea.getByRole('row', { name }).waitFor();
  assert.match(await bea.locator('main').innerText(), /petra\.holm@larkspur\.example/, 'addresses in lower case');
  await bea.getByRole('button', { name: 'Import', exact: true }).click();
  await bea.getByRole('heading', { name: 'What was imported' }).waitFor();
  const result = bea.url();

  await bea.goto(`${home}/applications`);
  for (const name of ['Petra Holm', 'Vera Moss']) await bea.getByLabel(`Tick ${name}`).check();
  await bea.getByRole('button', { name: 'Approve those ticked' }).click();
  await bea.getByText('2 people are approved').first().waitFor();
  assert.equal(await mailCount(post, demo.base, 'petra.holm@', 'You are in'), 1, 'written, not yet sent');
  await bea.getByRole('button', { name: 'Undo' }).first().click();
  await bea.getByText('2 applications wait again').waitFor();
  await mail(post, demo.base, 'petra.holm@', 'You are in', 'withdrawn before it left');
  t.diagnostic('approving in bulk: a tick each, one button; undone by one more');

  await bea.goto(result);
  await bea.getByRole('button', { name: 'Take the import back' }).click();
  const sure = bea.locator('dialog[open] .btn-primary, dialog[open] [value=yes]');
  if (await sure.count() > 0) await sure.first().click();
  await bea.getByText('This import was taken back').waitFor();
  await bea.goto(`${home}/applications`);
  assert.equal(await bea.getByText('Petra Holm').count(), 0);
});

test('who was approved is told when the quarter of an hour is over', async () => {
  await choose(ROWS);
  await bea.getByRole('button', { name: 'Import', exact: true }).click();
  await bea.goto(`${home}/applications`);
  await bea.getByLabel('Tick Lin Zhao').check();
  await bea.getByRole('button', { name: 'Approve those ticked' }).click();
  await bea.getByText('One person is approved').first().waitFor();
  await travel(demo.base, 0, 16);
  await bea.goto(`${home}/applications`);
  assert.equal(await bea.getByRole('button', { name: 'Undo' }).count(), 0);
  const { text } = await mail(post, demo.base, 'lin.zhao@', 'You are in');
  assert.match(text, /You need do nothing now/);
});

test('invitations are seen before they leave, remind once, and respect a no', async () => {
  await bea.goto(`${home}/invitations/new`);
  await bea.getByLabel('E-mail addresses').fill('Ann Lee <ann.lee@partner.example>; bo@partner.example\nnot an address');
  await bea.getByRole('button', { name: 'Look at the mail' }).click();
  await bea.getByText('Line 2').first().waitFor();
  assert.match(await bea.getByLabel('E-mail addresses').inputValue(), /ann\.lee/, 'what was typed stays');
  await bea.getByLabel('E-mail addresses').fill('Ann Lee <ann.lee@partner.example>; bo@partner.example; Bo@partner.example');
  await bea.getByRole('button', { name: 'Look at the mail' }).click();
  await bea.getByRole('heading', { name: 'Look before you send' }).waitFor();
  await bea.locator('main form .btn-primary').click();
  await bea.waitForURL(/\/invitations$/);
  await travel(demo.base, 0, 16);

  const { links } = await mail(post, demo.base, 'bo@partner.example');
  const no = links.find((link) => link.includes('/decline'));
  for (const link of links.filter((one) => one.startsWith(demo.base))) await fetch(link);
  const bo = await pageFor(browser, demo.base, null, { viewport: { width: 390, height: 844 } });
  await bo.goto(no);
  await bo.getByRole('button', { name: 'No thanks' }).click();
  await bo.getByText('You said no thanks').waitFor();
  await bo.context().close();

  for (let days = 0; days < 12; days += 1) {
    await travel(demo.base, 1);
    await post.waitForTimeout(150);
  }
  await mail(post, demo.base, 'ann.lee@partner.example', 'A reminder');
  assert.equal(await mailCount(post, demo.base, 'bo@partner.example', 'A reminder'), 0, 'a no is respected');
  await bea.goto(`${home}/invitations`);
  assert.match(await bea.getByRole('row', { name: /bo@partner/ }).innerText(), /No thanks/);
  assert.match(await bea.getByRole('row', { name: /Ann Lee/ }).innerText(), /Reminded/);
});
