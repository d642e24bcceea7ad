// Makes everything in ../assets from the pinned packages and the sources in this
// folder. The result is committed, so that `cargo run` needs no Node; CI runs this
// again and compares byte for byte, therefore nothing here may depend on the clock.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

function fonts() {
  const files = join(packages, '@fontsource-variable', 'inter', 'files');
  for (const subset of ['latin', 'latin-ext']) {
    copyFileSync(join(files, `inter-${subset}-wght-normal.woff2`), join(assets, `inter-${subset}.woff2`));
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

for (const make of [styleSheet, fonts, scripts, icons]) make();
copyFileSync(join(here, 'brand', 'favicon.svg'), join(assets, 'favicon.svg'));
