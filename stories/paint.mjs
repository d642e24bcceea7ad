// F6: the largest contentful paint of every page on a slow phone: four times slower than this processor, over
// «fast 3G» (1.6 Mbit/s, 150 ms), with an empty cache and with the assets in it. `CAIRN_BINARY=… node paint.mjs`
import { pageFor, startBrowser, startDemo } from './product.mjs';
import { OPEN, ROLES, crawl } from './pages.mjs';

const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const PHONE = { viewport: { width: 390, height: 844 } };

async function paint(page, address, cached) {
  const client = await page.context().newCDPSession(page);
  if (!cached) await client.send('Network.clearBrowserCache');
  await client.send('Network.emulateNetworkConditions', NETWORK);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(address, { waitUntil: 'networkidle' });
  const time = await page.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => done(0), 2000);
  }));
  await client.detach();
  return time;
}

const demo = await startDemo();
const browser = await startBrowser();
const times = { empty: [], cached: [] };
for (const name of [null, ...ROLES]) {
  const scout = await pageFor(browser, demo.base, name, PHONE);
  const { pages } = await crawl(scout, demo.base, name ? ['/', '/account'] : OPEN);
  await scout.context().close();
  const page = await pageFor(browser, demo.base, name, PHONE);
  await page.goto(demo.base);
  for (const { path, form } of pages) {
    for (const cache of ['empty', 'cached']) times[cache].push([await paint(page, demo.base + path, cache === 'cached'), `${name ?? 'stranger'} ${form}`]);
  }
  await page.context().close();
}
await browser.close();
await demo.stop();
for (const [cache, all] of Object.entries(times)) {
  const sorted = all.filter(([time]) => time > 0).sort(([a], [b]) => a - b);
  const [slowest, where] = sorted.at(-1);
  const over = sorted.filter(([time]) => time > 1500).length;
  console.log(`${cache} cache: ${sorted.length} of ${all.length} pages painted; median ${Math.round(sorted[sorted.length >> 1][0])} ms, slowest ${Math.round(slowest)} ms (${where}), ${over} over 1,500 ms`);
}
