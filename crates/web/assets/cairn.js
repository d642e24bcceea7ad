// What a browser with scripts gets on top. Every page works without this file.
(() => {
  'use strict';
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const typing = (el) => el.closest('input, textarea, select, [contenteditable]');

  // A question before a form with `data-confirm="..."` is sent.
  const dialog = $('#confirm');
  let asked = null;
  document.addEventListener('submit', (event) => {
    const form = event.target;
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
    if (!question || !dialog || asked === form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const by = event.submitter;
    $('[data-question]', dialog).textContent = question;
    dialog.returnValue = '';
    dialog.onclose = () => {
      if (dialog.returnValue !== 'yes') return;
      asked = form;
      form.requestSubmit(by);
      asked = null;
    };
    dialog.showModal();
  }, true);

  // Copy what a button points at: `data-copy="#id"`.
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const from = $(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(from.value ?? from.textContent.trim());
    } catch {
      // Without HTTPS there is no clipboard: the text is marked, ready for the keys.
      getSelection().selectAllChildren(from);
      from.select?.();
      return;
    }
    const said = $('[data-copied]', button) ?? button;
    const before = said.textContent;
    said.textContent = button.dataset.done;
    setTimeout(() => { said.textContent = before; }, 2000);
  });

  // One menu at a time; a click elsewhere or Escape closes it.
  const menus = () => all('details.menu[open], details.drawer[open]');
  document.addEventListener('click', (event) => {
    menus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      menus().forEach((menu) => { menu.open = false; $('summary', menu).focus(); });
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === '/') {
      const box = $('[type="search"]');
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    }
    if (event.key === '?') $('#shortcuts')?.showModal();
  });

  // A form with `data-draft="name"` keeps what was typed on this device until it is sent.
  const draft = (form) => {
    const key = `draft:${form.dataset.draft}`;
    const fields = () => all('textarea, input:not([type]), input[type="text"]', form);
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
      fields().forEach((field) => { if (!field.value && kept[field.name]) field.value = kept[field.name]; });
      form.addEventListener('input', () => {
        localStorage.setItem(key, JSON.stringify(Object.fromEntries(fields().map((f) => [f.name, f.value]))));
        const state = $('[data-saved]', form);
        if (state) state.hidden = false;
      });
      form.addEventListener('submit', () => localStorage.removeItem(key));
    } catch { /* Storage may be forbidden; the form works without. */ }
  };

  const enhance = (root) => {
    all('form[data-draft]', root).forEach(draft);
    // A form that is sent at each change.
    all('form[data-auto]', root).forEach((form) => form.addEventListener('change', () => form.requestSubmit()));
    // One box in the head of a table ticks them all.
    all('[data-check-all]', root).forEach((box) => {
      box.hidden = false;
      box.addEventListener('change', () => all(`[name="${box.dataset.checkAll}"]`).forEach((one) => { one.checked = box.checked; }));
    });
    all('[data-needs-script]', root).forEach((el) => { el.hidden = false; });
    // What scrolls sideways can be reached by keyboard.
    all('.table-wrap', root).forEach((el) => { if (el.scrollWidth > el.clientWidth) el.tabIndex = 0; });
    all('[data-print]', root).forEach((el) => el.addEventListener('click', () => window.print()));
  };
  enhance(document);
  document.addEventListener('htmx:after:swap', () => enhance(document));
})();
