// Starts the product's demo for a story, and a browser beside it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const root = new URL('..', import.meta.url).pathname;
const folder = process.env.CARGO_TARGET_DIR ?? `${root}target`;
const binary = process.env.CAIRN_BINARY ?? `${folder}/debug/cairn`;

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** The demo in a database of its own; `stop()` ends it. */
export async function startDemo(args = ['demo']) {
  if (!existsSync(binary)) throw new Error(`build first: ${binary} is not there`);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(binary, [...args, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  const started = Date.now();
  while (true) {
    const ready = await fetch(`${base}/readyz`).then((r) => r.ok, () => false);
    if (ready) break;
    if (child.exitCode !== null || Date.now() - started > 60_000) throw new Error(`did not start:\n${said}`);
    await new Promise((next) => setTimeout(next, 50));
  }
  const stop = () => new Promise((done) => { child.once('exit', done); child.kill('SIGTERM'); });
  return { base, stop, said: () => said };
}

export function startBrowser() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: '/usr/bin/chromium', args });
}

/** A page in which somebody of the demo is signed in, by their first name; nobody for `null`. */
export async function pageFor(browser, base, name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (name) {
    await page.goto(`${base}/dev/sign-in`);
    await page.locator('li', { hasText: name }).first().getByRole('button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/dev/'));
  }
  return page;
}

/** Moves the demo's clock. */
export async function travel(base, days, minutes = 0) {
  const body = new URLSearchParams({ days, minutes });
  const answer = await fetch(`${base}/dev/travel`, { method: 'POST', body, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`travelling failed: ${answer.status}`);
}

/**
 * The newest mail whose listed line contains all of some texts: its own page's text, its links, and
 * the calendar file in it. The reactions to an act take a moment, so it waits for it.
 */
export async function mail(page, base, ...contains) {
  for (let tries = 0; ; tries += 1) {
    await page.goto(`${base}/dev/outbox`);
    let line = page.locator('li');
    for (const text of contains) line = line.filter({ hasText: text });
    if (await line.count() > 0) {
      await line.first().getByRole('link').click();
      break;
    }
    if (tries === 50) throw new Error(`no such mail: ${contains.join(', ')}`);
    await page.waitForTimeout(200);
  }
  const links = await page.locator('main p.whitespace-pre-line a').evaluateAll((all) => all.map((a) => a.href));
  const calendar = await page.locator('main pre').allTextContents();
  return { text: await page.locator('main').innerText(), links, calendar: calendar[0] ?? '' };
}

/** How many mails to somebody have a subject. */
export async function mailCount(page, base, ...contains) {
  await page.goto(`${base}/dev/outbox`);
  let line = page.locator('li');
  for (const text of contains) line = line.filter({ hasText: text });
  return line.count();
}

/** What a property of a calendar file says. */
export function property(calendar, name) {
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`));
  return line?.slice(line.indexOf(':') + 1);
}

/** A one-to-one programme with open registration; gives the address of its home. */
export async function openProgramme(page, base) {
  await page.goto(`${base}/programmes/new`);
  await page.locator('[data-decision=preset]').filter({ hasText: 'One-to-one mentoring' }).first().click();
  await page.locator('[data-decision=start]').click();
  await page.locator('[data-decision=create] .btn-primary').click();
  await page.locator('[data-decision=open]').click();
  await page.locator('#join-address').waitFor();
  return page.url().replace(/[?#].*/, '');
}
