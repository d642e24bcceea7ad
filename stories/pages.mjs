// Finds every page that somebody can reach by following links from where they start.

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const FILE = /\.(csv|xlsx|toml|svg|ics|json|zip)$/;

/** A path with its ids, secrets and numbers as places: what a route looks like from outside. */
export function shape(path) {
  return path
    .replace(UUID, '{id}')
    .replace(/\/[0-9a-f]{20,}/g, '/{secret}')
    .replace(/\/steps\/\d+/, '/steps/{step}')
    .replace(/^\/programmes\/new\/(?!.*\/start)[^/]+$/, '/programmes/new/{preset}')
    .replace(/^\/programmes\/new\/[^/]+\/start$/, '/programmes/new/{preset}/start');
}

/** All pages by following links: one of each shape, unless `most` says more. */
export async function crawl(page, base, starts = ['/'], most = {}) {
  const seen = new Map();
  const found = [];
  const dead = [];
  const queue = [...starts];
  while (queue.length > 0) {
    const path = queue.shift();
    const form = shape(path);
    const times = seen.get(form) ?? 0;
    if (times >= (most[form] ?? 1) || FILE.test(path)) continue;
    seen.set(form, times + 1);
    const answer = await page.goto(base + path, { waitUntil: 'load' });
    if (!answer || answer.status() >= 500) throw new Error(`${path} answers ${answer?.status()}`);
    if (answer.status() >= 400) {
      dead.push(form);
      continue;
    }
    found.push({ path, form });
    const links = await page.locator('a[href]').evaluateAll((all) =>
      all.filter((a) => !a.hasAttribute('download')).map((a) => a.href));
    for (const link of links) {
      const url = new URL(link);
      if (url.origin !== base || url.pathname.startsWith('/dev/') || url.pathname.startsWith('/assets/')) continue;
      queue.push(url.pathname);
    }
  }
  return { pages: found, dead };
}

/** The pages of strangers. */
export const OPEN = ['/sign-in'];
/** Whose pages are looked at. */
export const ROLES = ['Amal', 'Bea', 'Chidi', 'Dana'];
