// A mentor and a mentee from their first proposal of a date to the end: what each of them does, in
// the browser and from the mail, and how little it takes.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, mailCount, pageFor, property, startBrowser, startDemo, travel } from './product.mjs';

let demo, browser, chidi, dana, post, home, meeting;
const MENTOR = 'Chidi Okafor', MENTEE = 'Dana Whitlock';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

before(async () => {
  demo = await startDemo();
  browser = await startBrowser();
  chidi = await pageFor(browser, demo.base, 'Chidi');
  dana = await pageFor(browser, demo.base, 'Dana', PHONE);
  post = await pageFor(browser, demo.base, null);
  await dana.goto(`${demo.base}/`);
  const link = await dana.locator('a[href^="/relationships/"]').first().getAttribute('href');
  home = `${demo.base}${link.match(/^\/relationships\/[^/]+/)[0]}`;
});
after(async () => { await browser?.close(); await demo?.stop(); });

/** Counts what a person does, as the figures of the product are counted. */
const counter = () => {
  const count = { actions: 0 };
  count.do = async (act) => { await act; count.actions += 1; };
  return count;
};

/** Both have a mail of this subject with a calendar file of this method; both files agree. */
async function inBothCalendars(subject, method) {
  const files = [];
  for (const name of [MENTOR, MENTEE]) {
    const { calendar } = await mail(post, demo.base, name, subject);
    assert.equal(property(calendar, 'METHOD'), method, `${name}: ${subject}`);
    files.push(calendar);
  }
  const of = (name) => files.map((file) => property(file, name));
  for (const name of ['UID', 'SEQUENCE', 'DTSTART']) assert.equal(of(name)[0], of(name)[1], name);
  return { uid: of('UID')[0], sequence: Number(of('SEQUENCE')[0]), start: of('DTSTART')[0] };
}

test('three times that suit both are proposed, and one tap in the mail books one for both calendars', async (t) => {
  const acts = counter();
  await dana.goto(home);
  await acts.do(dana.getByRole('link', { name: 'Propose times' }).first().click());
  const hours = await dana.locator('#slots').innerText();
  assert.match(hours, /From the hours that you and Chidi Okafor have given/, hours);
  assert.equal(await dana.locator('input[name=slots]:checked').count(), 3, 'three are chosen already');
  await acts.do(dana.getByRole('button', { name: `Send to ${MENTOR}` }).click());
  await dana.getByText(`${MENTOR} picks a time`).first().waitFor();
  t.diagnostic(`proposing three times: ${acts.actions} clicks, nothing to type`);
  const { links } = await mail(post, demo.base, MENTOR, 'times from Dana Whitlock');
  const slots = links.filter((link) => link.includes('/m/'));
  assert.equal(slots.length, 3);
  for (const link of slots) assert.equal((await fetch(link)).status, 200, 'a scanner books nothing');
  const tapped = await pageFor(browser, demo.base, null, PHONE);
  await tapped.goto(slots[1]);
  await tapped.locator('button[name=slot]').first().click();
  await tapped.getByText('It is agreed.').waitFor();
  t.diagnostic('picking a time from the mail: 1 tap and 1 confirmation, 0 sign-ins');
  await tapped.context().close();
  const booked = await inBothCalendars('Agreed:', 'REQUEST');
  await dana.goto(`${home}/meetings`);
  const path = await dana.locator('li.item', { hasText: 'agreed' }).getByRole('link').first().getAttribute('href');
  meeting = { ...booked, path: `${demo.base}${path}` };
});

test('a move reaches both calendars as the same event, newer; a cancellation takes it out', async () => {
  await chidi.goto(meeting.path);
  await chidi.getByRole('link', { name: 'Move' }).click();
  await chidi.locator('label:has(input[name=slots])').last().click();
  await chidi.getByRole('button', { name: 'Move the meeting' }).click();
  await chidi.getByText('Both calendars get the new time').waitFor();
  const moved = await inBothCalendars('New time:', 'REQUEST');
  assert.equal(moved.uid, meeting.uid);
  assert.ok(moved.sequence > meeting.sequence, `${moved.sequence} after ${meeting.sequence}`);
  assert.notEqual(moved.start, meeting.start);
  await chidi.getByRole('link', { name: 'Call off' }).click();
  await chidi.getByRole('button', { name: 'Yes, call it off' }).click();
  await chidi.getByText('It leaves both calendars').first().waitFor();
  const off = await inBothCalendars('Called off:', 'CANCEL');
  assert.equal(off.uid, meeting.uid);
  assert.ok(off.sequence > moved.sequence);
});

test('a meeting is written down in one tap, on the page and from the mail', async (t) => {
  const acts = counter();
  await chidi.goto(home);
  const before = Number((await chidi.locator('dl', { hasText: 'Meetings so far' }).innerText()).match(/Meetings so far\s+(\d+)/)[1]);
  await acts.do(chidi.getByRole('button', { name: 'We met today' }).click());
  await chidi.getByText('Written down: you met').waitFor();
  await chidi.goto(home);
  const facts = await chidi.locator('dl', { hasText: 'Meetings so far' }).innerText();
  assert.match(facts, new RegExp(`Meetings so far\\s+${before + 1}`));
  t.diagnostic(`writing down a meeting on the page: ${acts.actions} tap`);
  // A meeting that was agreed and is over asks by itself.
  await dana.goto(`${home}/meetings/new`);
  await dana.getByRole('button', { name: `Send to ${MENTOR}` }).click();
  const { links } = await mail(post, demo.base, MENTOR, 'times from Dana Whitlock');
  const tapped = await pageFor(browser, demo.base, null, PHONE);
  await tapped.goto(links.find((link) => link.includes('/m/')));
  await tapped.locator('button[name=slot]').first().click();
  await tapped.getByText('It is agreed.').waitFor();
  await travel(demo.base, 12);
  const question = await mail(post, demo.base, MENTEE, 'Did you and Chidi Okafor meet?');
  await tapped.goto(question.links.find((link) => link.includes('/m/')));
  await tapped.locator('main form button').first().click();
  await tapped.getByText('Written down that you met').first().waitFor();
  t.diagnostic('writing down a meeting from the mail: 1 tap and 1 confirmation, 0 sign-ins');
  await tapped.context().close();
});

test('a goal has steps that are ticked, and says who can see it', async (t) => {
  const acts = counter();
  await dana.goto(`${home}/goals`);
  await dana.getByRole('link', { name: 'New goal' }).first().click();
  await dana.getByLabel('What do you want to reach?').fill('I have led a budget round from start to end');
  await dana.getByLabel('What is the first step?').fill('Ask Farid to sit in on his');
  await acts.do(dana.getByRole('button', { name: 'Write it down' }).click());
  await dana.getByText('Only you and your partner can see this').waitFor();
  await dana.getByLabel('Another step').fill('Draft the plan for one cost centre');
  await dana.getByRole('button', { name: 'Add', exact: true }).click();
  await dana.getByRole('button', { name: 'Done: Ask Farid to sit in on his' }).click();
  await dana.getByText('1 of 2').first().waitFor();
  await chidi.goto(`${home}/goals`);
  await chidi.getByText('I have led a budget round').waitFor();
  await chidi.goto(home);
  assert.match(await chidi.locator('main').innerText(), /Next: /, 'the home shows the next step of a goal');
  t.diagnostic(`a goal: ${acts.actions} button and one line`);
});

test('the pulse is answered from the mail; who does not answer is asked once more, never who did', async (t) => {
  // The programme asks on day 90 of the relationships; the demo is before it.
  let asked = 0;
  for (let days = 0; days < 90 && asked === 0; days += 5) {
    await travel(demo.base, 5);
    await post.waitForTimeout(300);
    asked = await mailCount(post, demo.base, MENTEE, 'How is it going? One tap');
  }
  const { links } = await mail(post, demo.base, MENTEE, 'How is it going? One tap');
  const tapped = await pageFor(browser, demo.base, null, PHONE);
  await tapped.goto(links.find((link) => link.endsWith('going=4')));
  assert.equal(await tapped.locator('input[name=going]:checked').inputValue(), '4');
  await tapped.getByRole('button', { name: 'Send' }).click();
  await tapped.getByText('Thank you').first().waitFor();
  t.diagnostic('answering the pulse from the mail: 1 tap and 1 confirmation, 0 sign-ins');
  await tapped.context().close();
  await travel(demo.base, 4, 90);
  await mail(post, demo.base, MENTOR, 'Still open: how is it going?');
  assert.equal(await mailCount(post, demo.base, MENTEE, 'Still open: how is it going?'), 0);
  await travel(demo.base, 4, 90);
  await post.waitForTimeout(1000);
  assert.equal(await mailCount(post, demo.base, MENTOR, 'Still open: how is it going?'), 1, 'once');
});

test('messages stay between the two, notes with whom their writer chose', async () => {
  await chidi.goto(home);
  await chidi.getByRole('link', { name: 'Read and write' }).click();
  await chidi.getByLabel(/Your message to/).fill('The budget course is open again, shall I put you down?');
  await chidi.getByRole('button', { name: 'Send' }).click();
  await chidi.getByText('Only you and your partner can see this').waitFor();
  const told = await mail(post, demo.base, MENTEE, 'Chidi Okafor has written to you');
  assert.doesNotMatch(told.text, /budget course/, 'its words are not in the mail');
  await dana.goto(`${home}/messages`);
  await dana.getByText('shall I put you down?').waitFor();
  for (const [words, who, label] of [
    ['Ask about the course', 'You and your partner', 'Only you and your partner can see this'],
    ['I am not sure about this', 'Only you', 'Only you can see this'],
  ]) {
    await dana.goto(`${home}/notes`);
    await dana.getByLabel('A note').fill(words);
    await dana.locator('label', { hasText: who }).filter({ has: dana.locator('.choice-title', { hasText: new RegExp(`^${who}$`) }) }).click();
    await dana.getByRole('button', { name: 'Keep this note' }).click();
    await dana.locator('article', { hasText: words }).getByText(label).waitFor();
  }
  await chidi.goto(`${home}/notes`);
  await chidi.getByText('Ask about the course').waitFor();
  assert.equal(await chidi.getByText('I am not sure about this').count(), 0);
});

test('a pause asks nothing of anybody and ends by a click', async () => {
  await dana.goto(home);
  await dana.getByRole('link', { name: 'Take a pause' }).click();
  await dana.getByRole('button', { name: 'Pause', exact: true }).click();
  await dana.getByText('It goes on by itself').first().waitFor();
  await mail(post, demo.base, MENTOR, 'A pause until');
  await dana.getByRole('button', { name: 'Go on now' }).click();
  await mail(post, demo.base, MENTOR, 'You go on');
});

test('two clicks from its home end it, with the same kind words for both and nothing left in a calendar', async (t) => {
  await dana.goto(`${home}/meetings/new`);
  await dana.getByRole('button', { name: `Send to ${MENTOR}` }).click();
  await dana.getByText(`${MENTOR} picks a time`).first().waitFor();
  await chidi.goto(dana.url());
  await chidi.locator('button[name=slot]').first().click();
  await chidi.getByText('It is a date').waitFor();
  await inBothCalendars('Agreed:', 'REQUEST');
  const before = await mailCount(post, demo.base, MENTOR, 'Called off:');
  const acts = counter();
  await dana.goto(home);
  await acts.do(dana.getByRole('link', { name: 'End this' }).click());
  await acts.do(dana.getByRole('button', { name: 'End it' }).click());
  await dana.getByText('It has ended').first().waitFor();
  t.diagnostic(`clicks to leave, from the relationship's home: ${acts.actions} (2)`);
  assert.equal(acts.actions, 2);
  const words = [];
  for (const [name, other] of [[MENTOR, MENTEE], [MENTEE, MENTOR]]) {
    const { text } = await mail(post, demo.base, name, 'An end, and thank you');
    assert.doesNotMatch(text, /failed|failure|your fault|problem|sorry|unfortunately|ended by/i);
    words.push(text.replaceAll(name, 'X').replaceAll(other, 'Y').replace(/Hello \w+/, ''));
  }
  assert.equal(words[0].replace(/To .*/, ''), words[1].replace(/To .*/, ''), 'nobody can tell who ended it');
  for (let tries = 0; await mailCount(post, demo.base, MENTOR, 'Called off:') <= before; tries += 1) {
    assert.ok(tries < 50, 'the calendar is told');
    await post.waitForTimeout(200);
  }
  await inBothCalendars('Called off:', 'CANCEL');
});
