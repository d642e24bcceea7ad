// Every page that each part can reach, narrow and wide, light and dark: nothing that axe-core knows
// to be wrong, nothing cut off, nothing asked of another host.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pageFor, startBrowser, startDemo } from './product.mjs';
import { OPEN, ROLES, crawl } from './pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ALL = { runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] };
// Darkness changes colours and nothing else.
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] };
const LOOKS = [
  { width: 1280, scheme: 'light', rules: ALL },
  { width: 1280, scheme: 'dark', rules: COLOURS },
  { width: 320, scheme: 'dark', rules: COLOURS },
  { width: 320, scheme: 'light', rules: ALL },
];

let demo, browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

async function look(page, name, path, found) {
  for (const { width, scheme, rules } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    // Colours on their way from light to dark are nobody's choice.
    await page.evaluate(() => document.getAnimations().forEach((a) => a.finish()));
    const { violations } = await page.evaluate((options) => window.axe.run(document, options), rules);
    for (const violation of violations) {
      const nodes = violation.nodes.map((n) => n.target.join(' ') + (n.any[0]?.message ? ` (${n.any[0].message})` : ''));
      found.push(`${name} ${path} ${width} ${scheme}: ${violation.id}: ${nodes.slice(0, 3).join(' | ')}`);
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) found.push(`${name} ${path} ${width} ${scheme}: ${over} px too wide`);
  }
}

for (const name of [null, ...ROLES]) {
  test(`every page of ${name ?? 'a stranger'} can be used by everybody`, async (t) => {
    const page = await pageFor(browser, demo.base, name, { reducedMotion: 'reduce', bypassCSP: true });
    const found = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(demo.base) && !request.url().startsWith('data:')) found.push(`asks ${request.url()}`);
    });
    page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
    const { pages, dead } = await crawl(page, demo.base, name ? ['/', '/account'] : OPEN);
    for (const { path, form } of pages) {
      await page.goto(demo.base + path);
      await page.evaluate(axe);
      await look(page, name ?? 'a stranger', form, found);
    }
    await page.context().close();
    if (dead.length > 0) t.diagnostic(`links that lead nowhere: ${dead.join(', ')}`);
    t.diagnostic(`${name ?? 'a stranger'}: ${pages.length} pages, ${pages.length * LOOKS.length} looks, ${found.length} violations`);
    assert.equal(found.length, 0, `\n${[...new Set(found)].join('\n')}`);
  });
}
