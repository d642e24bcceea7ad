// Names every class and icon that a template or a Rust string of markup uses and that
// the style sheet or the sprite does not define. Exit status 1 when there is one.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const crates = join(here, '..', '..');
const assets = join(here, '..', 'assets');

const css = readFileSync(join(assets, 'cairn.css'), 'utf8');
const defined = new Set([...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map((found) => found[1].replace(/\\/g, '')));
const icons = new Set([...readFileSync(join(assets, 'icons.svg'), 'utf8').matchAll(/<symbol id="([^"]+)"/g)].map((found) => found[1]));

function templates(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'assets', 'target'].includes(entry.name) ? [] : templates(path);
    return entry.name.endsWith('.html') && !path.includes(join('mail', 'templates')) ? [path] : [];
  });
}

let unknown = 0;
const complain = (path, line, what) => { unknown += 1; console.log(`${relative(process.cwd(), path)}:${line}: ${what}`); };
for (const path of templates(crates)) {
  const text = readFileSync(path, 'utf8').replace(/\{#.*?#\}/gs, (note) => note.replace(/[^\n]/g, ''));
  const lineOf = (at) => text.slice(0, at).split('\n').length;
  const plain = text.replace(/\{%.*?%\}/gs, (tag) => ' '.repeat(tag.length)).replace(/\{\{.*?\}\}/gs, (tag) => '\u0000'.repeat(tag.length));
  for (const found of plain.matchAll(/\bclass="([^"]*)"/g)) {
    for (const name of found[1].split(/\s+/)) {
      if (name && !name.includes('\u0000') && !defined.has(name)) complain(path, lineOf(found.index), `no rule for class "${name}"`);
    }
  }
  for (const found of text.matchAll(/\bicon\("([^"]+)"\)/g)) {
    if (!icons.has(found[1])) complain(path, lineOf(found.index), `no icon "${found[1]}"`);
  }
  for (const found of plain.matchAll(/\s(style|on[a-z]+)=/g)) complain(path, lineOf(found.index), `attribute "${found[1]}" is refused by the content security policy`);
}
console.log(unknown ? `${unknown} to mend` : 'Every class and icon is defined.');
process.exitCode = unknown ? 1 : 0;
