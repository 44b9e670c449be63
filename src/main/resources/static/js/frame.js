/* What every page can do beyond plain HTML: copy a reference, say that a form is on its way, close a menu, show dropped files. */
(() => {
  'use strict';

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const field = document.createElement('textarea');
      field.value = button.dataset.copy;
      field.className = 'visually-hidden';
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    const title = button.title;
    button.title = button.dataset.done;
    button.classList.add('copied');
    button.setAttribute('aria-label', button.dataset.done);
    setTimeout(() => {
      button.title = title;
      button.classList.remove('copied');
      button.removeAttribute('aria-label');
    }, 1600);
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]');
    if (button) {
      copy(button);
      return;
    }
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    // A row opens what it names, unless something in it was meant or text is being selected.
    const row = event.target.closest('tr[data-href]');
    if (row && !event.target.closest('a, button, input, select, textarea, label, summary') && !String(getSelection())) {
      location.assign(row.dataset.href);
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      for (const menu of document.querySelectorAll('details.menu[open]')) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    }
    // One key copies: "c" while a reference has the focus.
    if (event.key === 'c' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const reference = document.activeElement?.closest('.reference');
      const button = reference?.querySelector('[data-copy]');
      if (button) copy(button);
    }
  });

  // A form that is on its way says so at once; the server sees to it that twice is once.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    const button = event.submitter ?? form.querySelector('[type=submit]');
    if (button) {
      button.classList.add('busy');
      button.setAttribute('aria-busy', 'true');
    }
  });
  addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('.busy')) {
      button.classList.remove('busy');
      button.removeAttribute('aria-busy');
    }
  });

  for (const drop of document.querySelectorAll('.drop')) {
    const input = drop.querySelector('input[type=file]');
    const names = drop.querySelector('.drop-names');
    const show = () => { names.textContent = [...input.files].map(file => file.name).join(', '); };
    input.addEventListener('change', show);
    for (const kind of ['dragenter', 'dragover']) {
      drop.addEventListener(kind, event => { event.preventDefault(); drop.classList.add('over'); });
    }
    for (const kind of ['dragleave', 'drop']) {
      drop.addEventListener(kind, () => drop.classList.remove('over'));
    }
    drop.addEventListener('drop', event => {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
    });
  }

  // One tick for all of a list.
  for (const all of document.querySelectorAll('[data-all]')) {
    const each = () => all.form.querySelectorAll(`[name="${all.dataset.all}"]`);
    all.addEventListener('change', () => { for (const one of each()) one.checked = all.checked; });
    all.form.addEventListener('change', () => { all.checked = [...each()].every(one => one.checked); });
  }

  // What is wrong comes first for everybody.
  document.querySelector('.problems')?.focus();
})();
