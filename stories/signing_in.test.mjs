// Signing in as people do: by the mailed link, by keyboard, and out again.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mail, pageFor, startBrowser, startDemo } from './product.mjs';

let demo, browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

test('a mentee signs in from the mailed link with one tap and one confirmation', async () => {
  const page = await pageFor(browser, demo.base, null, { viewport: { width: 390, height: 844 } });
  await page.goto(`${demo.base}/account`);
  await page.getByLabel('Mail address').first().fill('Dana@Larkspur.example');
  await page.keyboard.press('Enter');
  await page.getByText('a link is on its way').waitFor();
  const { links } = await mail(page, demo.base, 'Dana Whitlock');
  await page.goto(links.find((link) => link.includes('/sign-in/link/')));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${demo.base}/account`);
  assert.equal(await page.getByLabel('Name').inputValue(), 'Dana Whitlock');
});

test('what was typed stays when the password is wrong', async () => {
  const page = await pageFor(browser, demo.base, null);
  await page.goto(`${demo.base}/sign-in`);
  await page.getByText('Use a password instead').click();
  const form = page.locator('form[action="/sign-in/password"]');
  await form.getByLabel('Mail address').fill('dana@larkspur.example');
  await form.getByLabel('Password').fill('not the right one');
  await form.getByRole('button').click();
  await page.getByText('do not fit together').first().waitFor();
  assert.equal(await page.getByLabel('Mail address').first().inputValue(), 'dana@larkspur.example');
});
