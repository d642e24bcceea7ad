// Makes everything in ../assets from the pinned packages and the sources in this
// folder. The result is committed, so that `cargo run` needs no Node; CI runs this
// again and compares byte for byte, therefore nothing here may depend on the clock.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, 'node_modules');
const assets = join(here, '..', 'assets');

function styleSheet() {
  const cli = join(packages, '@tailwindcss', 'cli', 'dist', 'index.mjs');
  const input = join(here, 'css', 'cairn.css');
  execFileSync(process.execPath, [cli, '-i', input, '-o', join(assets, 'cairn.css'), '--minify'], {
    cwd: here,
    stdio: 'inherit',
  });
}

// Inter from Regular to Bold for the languages of Europe: a third of the whole.
// tokens.css tells the browser which of the two files a letter is in.
async function fonts() {
  const span = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');
  const letters = {
    latin: span(0x20, 0x7e) + span(0xa0, 0xff) + span(0x2000, 0x206f) + '\u0131\u0152\u0153\u02c6\u02da\u02dc\u20ac\u2122\u2191\u2193\u2212\u2215',
    'latin-ext': span(0x100, 0x17f) + span(0x218, 0x21b) + span(0x1e80, 0x1e85) + '\u1e9e\u1ef2\u1ef3\u20b9\u20ba\u20bd',
  };
  for (const [subset, wanted] of Object.entries(letters)) {
    const whole = readFileSync(join(packages, '@fontsource-variable', 'inter', 'files', `inter-${subset}-wght-normal.woff2`));
    const small = await subsetFont(whole, wanted, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } });
    writeFileSync(join(assets, `inter-${subset}.woff2`), small);
  }
}

function scripts() {
  const htmx = readFileSync(join(packages, 'htmx.org', 'dist', 'htmx.min.js'), 'utf8');
  writeFileSync(join(assets, 'htmx.min.js'), htmx.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'));
  copyFileSync(join(here, 'cairn.js'), join(assets, 'cairn.js'));
}

function icons() {
  const lines = readFileSync(join(here, 'icons.txt'), 'utf8').split('\n');
  const wanted = lines.filter((line) => line.trim() && !line.startsWith('#'));
  const symbols = wanted.map((line) => {
    const [name, source] = line.split('=').map((part) => part.trim());
    const file = join(packages, 'lucide-static', 'icons', `${source ?? name}.svg`);
    if (!existsSync(file)) throw new Error(`icons.txt: Lucide has no icon ${source ?? name}`);
    const svg = readFileSync(file, 'utf8');
    const body = svg.replace(/<!--.*?-->/gs, '').match(/<svg[^>]*>(.*)<\/svg>/s)[1];
    return `<symbol id="${name}" viewBox="0 0 24 24">${body.replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>')}</symbol>`;
  });
  const head = '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">';
  writeFileSync(join(assets, 'icons.svg'), `${head}\n${symbols.join('\n')}\n</svg>\n`);
}

for (const make of [styleSheet, fonts, scripts, icons]) await make();
copyFileSync(join(here, 'brand', 'favicon.svg'), join(assets, 'favicon.svg'));
