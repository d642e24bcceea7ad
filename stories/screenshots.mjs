// Pictures of every page for each part: phone and desktop, light and dark, in ../screenshots/.
import { mkdirSync, rmSync } from 'node:fs';
import { pageFor, startBrowser, startDemo } from './product.mjs';
import { OPEN, ROLES, crawl } from './pages.mjs';

const folder = new URL('../screenshots/', import.meta.url).pathname;
const LOOKS = [
  ['phone', { width: 390, height: 844 }, 'light'],
  ['phone', { width: 390, height: 844 }, 'dark'],
  ['desktop', { width: 1280, height: 900 }, 'light'],
  ['desktop', { width: 1280, height: 900 }, 'dark'],
];

rmSync(folder, { recursive: true, force: true });
const demo = await startDemo();
const browser = await startBrowser();
let number = 0;
for (const name of [null, ...ROLES]) {
  const page = await pageFor(browser, demo.base, name, { reducedMotion: 'reduce' });
  const role = (name ?? 'stranger').toLowerCase();
  const { pages } = await crawl(page, demo.base, name ? ['/', '/account'] : [...OPEN, '/dev/sign-in', '/dev/outbox']);
  for (const { path, form } of pages) {
    await page.goto(demo.base + path);
    for (const [device, viewport, colorScheme] of LOOKS) {
      mkdirSync(`${folder}${role}/${device}-${colorScheme}`, { recursive: true });
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.getAnimations().forEach((a) => a.finish()));
      const file = form.replace(/[{}]/g, '').replace(/\//g, '.').replace(/^\.|\.$/g, '') || 'start';
      await page.screenshot({ path: `${folder}${role}/${device}-${colorScheme}/${file}.png`, fullPage: true });
      number += 1;
    }
  }
  await page.context().close();
}
await browser.close();
await demo.stop();
console.log(`${number} pictures in ${folder}`);
