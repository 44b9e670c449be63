/*
  The request form beyond plain HTML: the equipment grid keeps all lines in memory and shows twenty-five at a time, lists are read
  in place, the draft saves itself. Without this script the same form works by single rows and a page for lists.
*/
(() => {
  'use strict';
  const form = document.getElementById('request-form');
  if (!form) return;

  const PAGE = 25;
  const AUTOSAVE_MS = 4000;
  const FIELDS = ['type', 'manufacturer', 'model', 'serial', 'quantity', 'condition', 'placedOnMarket', 'largestDimensionCm', 'weightKg', 'data'];
  const $ = id => document.getElementById(id);
  const words = (element, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), element.dataset.words);
  const number = value => new Intl.NumberFormat(document.documentElement.lang).format(value);
  const headers = () => ({[document.querySelector('meta[name="csrf-header"]').content]: document.querySelector('meta[name="csrf"]').content});

  let lines = JSON.parse($('grid-lines').value);
  let problems = JSON.parse($('grid-problems').value);
  let page = 0;
  const chosen = new Set();
  const before = [];

  // ---- the grid ----

  const body = $('grid').tBodies[0];
  const blank = body.rows[body.rows.length - 1].cloneNode(true);
  for (const wrong of blank.querySelectorAll('.wrong')) wrong.remove();
  for (const control of blank.querySelectorAll('[name]')) {
    control.dataset.field = control.name.split('/').pop();
    control.removeAttribute('name');
    control.removeAttribute('id');
    control.classList.remove('is-invalid');
    if (control.type === 'checkbox') control.checked = false; else control.value = '';
  }
  const kept = document.createElement('input');
  kept.type = 'hidden';
  kept.name = 'lines';
  form.append(kept);
  form.enctype = 'multipart/form-data';

  const isBlank = line => !FIELDS.some(field => field !== 'type' && field !== 'data' && field !== 'quantity' && line[field]) && !(line.media ?? []).length;
  const mediaKind = line => {
    const kinds = new Set((line.media ?? []).map(medium => medium.kind));
    return kinds.size === 0 ? 'UNKNOWN/NONE' : kinds.size === 1 ? [...kinds][0] : 'MIXED';
  };
  const mediaSerials = line => (line.media ?? []).map(medium => medium.serial).filter(Boolean).join(' | ');

  function offer(select, value) {
    if (value && ![...select.options].some(option => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }

  function row(line, index) {
    const element = blank.cloneNode(true);
    element.dataset.index = index;
    element.cells[0].textContent = index + 1;
    for (const control of element.querySelectorAll('[data-field]')) {
      const field = control.dataset.field;
      control.id = `f-lines-${index}-${field === 'mediaKind' ? 'media' : field}`;
      if (field === 'remove') {
        control.checked = chosen.has(line);
      } else if (field === 'mediaKind') {
        offer(control, mediaKind(line));
      } else if (field === 'mediaCount') {
        control.value = line.media?.length || '';
      } else if (field === 'mediaSerials') {
        control.value = mediaSerials(line);
      } else if (control.tagName === 'SELECT') {
        offer(control, line[field] ?? '');
      } else {
        control.value = line[field] ?? '';
      }
    }
    const mine = `lines/${index}/`;
    for (const problem of problems) {
      if (!problem.path.startsWith(mine)) continue;
      const [first, , inner] = problem.path.slice(mine.length).split('/');
      const field = first === 'media' ? (inner === 'serial' ? 'mediaSerials' : 'mediaKind') : first;
      const control = element.querySelector(`[data-field="${field}"]`) ?? element.querySelector('[data-field="condition"]');
      control.classList.add('is-invalid');
      control.setAttribute('aria-invalid', 'true');
      const sentence = document.createElement('p');
      sentence.className = 'wrong';
      sentence.textContent = problem.text;
      control.closest('td').append(sentence);
    }
    return element;
  }

  function render() {
    if (!lines.length) lines.push({});
    const pages = Math.ceil(lines.length / PAGE);
    page = Math.min(Math.max(page, 0), pages - 1);
    const from = page * PAGE;
    body.replaceChildren(...lines.slice(from, from + PAGE).map((line, i) => row(line, from + i)));
    const pager = $('grid-pages');
    pager.replaceChildren();
    if (pages > 1) {
      const turn = (label, to, possible) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'btn btn-link btn-sm';
        button.textContent = label;
        button.disabled = !possible;
        button.addEventListener('click', () => { page = to; render(); $('grid').scrollIntoView(); });
        return button;
      };
      pager.append(turn(pager.dataset.before, page - 1, page > 0),
        words(pager, number(from + 1), number(Math.min(from + PAGE, lines.length)), number(lines.length)),
        turn(pager.dataset.after, page + 1, page < pages - 1));
    }
    count();
  }

  function count() {
    const real = lines.filter(line => !isBlank(line));
    const units = real.reduce((sum, line) => sum + Math.max(0, parseInt(line.quantity || '1', 10) || 0), 0);
    $('grid-count').textContent = words($('grid-count'), number(real.length), number(units));
    $('grid-bulk').hidden = chosen.size === 0;
    $('grid-chosen').textContent = words($('grid-chosen'), number(chosen.size));
    $('grid-undo').hidden = before.length === 0;
  }

  function remember() {
    before.push(JSON.stringify(lines));
    if (before.length > 10) before.shift();
  }

  function media(line, element) {
    const kind = element.querySelector('[data-field="mediaKind"]').value;
    if (kind === 'MIXED') return;
    const serials = element.querySelector('[data-field="mediaSerials"]').value.split(/[|,;\n]/).map(text => text.trim()).filter(Boolean);
    const wanted = Math.min(999, parseInt(element.querySelector('[data-field="mediaCount"]').value, 10) || 0);
    const old = line.media ?? [];
    line.media = Array.from({length: Math.max(wanted, serials.length)}, (_, i) =>
      (old[i] && (old[i].serial ?? '') === (serials[i] ?? '')) ? {...old[i], kind} : {kind, serial: serials[i] ?? ''});
  }

  body.addEventListener('input', event => {
    const control = event.target;
    const element = control.closest('tr');
    const line = lines[Number(element.dataset.index)];
    const field = control.dataset.field;
    if (field === 'remove') {
      if (control.checked) chosen.add(line); else chosen.delete(line);
      count();
      return;
    }
    if (field.startsWith('media')) media(line, element); else line[field] = control.value;
    problems = problems.filter(problem => !problem.path.startsWith(`lines/${element.dataset.index}/`));
    control.classList.remove('is-invalid');
    control.removeAttribute('aria-invalid');
    control.closest('td').querySelector('.wrong')?.remove();
    count();
    changed();
  });

  // Several cells pasted into one are a list.
  body.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\t\n]./.test(text)) return;
    event.preventDefault();
    openList('paste');
    $('list-text').value = text;
    readList();
  });

  $('grid-remove').addEventListener('click', () => {
    remember();
    lines = lines.filter(line => !chosen.has(line));
    chosen.clear();
    problems = problems.filter(problem => !problem.path.startsWith('lines/'));
    render();
    changed();
  });

  $('grid-bulk-data').addEventListener('change', event => {
    if (event.target.value === '-') return;
    remember();
    for (const line of chosen) line.data = event.target.value;
    event.target.value = '-';
    chosen.clear();
    render();
    changed();
  });

  $('grid-undo').addEventListener('click', () => {
    lines = JSON.parse(before.pop());
    chosen.clear();
    render();
    changed();
  });

  for (const link of document.querySelectorAll('.problems a[data-line]')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      page = Math.floor(Number(link.dataset.line) / PAGE);
      render();
      const target = $(link.hash.slice(1)) ?? body.querySelector(`tr[data-index="${link.dataset.line}"] .is-invalid`);
      target?.focus();
      target?.scrollIntoView({block: 'center'});
    });
  }

  // ---- lists ----

  const panel = $('list-panel');
  const preview = $('list-preview');

  function openList(door) {
    panel.hidden = false;
    for (const part of panel.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== door;
    panel.dataset.door = door;
    preview.replaceChildren();
    (door === 'paste' ? $('list-text') : $('list-file')).focus();
  }

  async function readList() {
    const data = new FormData();
    const file = $('list-file').files[0];
    if (panel.dataset.door === 'file') {
      if (!file) return;
      data.append('file', file);
    } else {
      data.append('text', $('list-text').value);
    }
    preview.textContent = preview.dataset.reading;
    try {
      const answer = await fetch('/requests/list', {method: 'POST', body: data, headers: headers()});
      if (![200, 415, 422].includes(answer.status)) throw new Error(answer.status);
      preview.innerHTML = await answer.text();
    } catch {
      preview.textContent = preview.dataset.failed;
    }
  }

  preview.addEventListener('click', event => {
    if (!event.target.closest('[data-apply]')) return;
    const added = JSON.parse(preview.querySelector('[data-lines="ready"]').value);
    if (preview.querySelector('[data-with-wrong]')?.checked) added.push(...JSON.parse(preview.querySelector('[data-lines="wrong"]').value));
    remember();
    lines = lines.filter(line => !isBlank(line));
    page = Math.floor(lines.length / PAGE);
    lines.push(...added);
    problems = problems.filter(problem => !problem.path.startsWith('lines'));
    panel.hidden = true;
    $('list-text').value = '';
    $('list-file').value = '';
    preview.replaceChildren();
    render();
    changed();
    $('grid').scrollIntoView({block: 'start'});
  });

  $('list-read').addEventListener('click', readList);
  $('list-file').addEventListener('change', readList);
  $('list-close').addEventListener('click', () => { panel.hidden = true; });
  for (const door of form.querySelectorAll('[data-door]')) {
    door.addEventListener('click', event => {
      event.preventDefault();
      if (door.dataset.door !== 'add') {
        openList(door.dataset.door);
        return;
      }
      lines.push({});
      page = Math.floor((lines.length - 1) / PAGE);
      render();
      $(`f-lines-${lines.length - 1}-type`).focus();
    });
  }

  // ---- the data ----

  function dataDetails() {
    const action = form.elements['data/action'].value;
    $('data-details').hidden = action !== 'ERASE' && action !== 'DESTROY';
    $('data-level').hidden = action !== 'ERASE';
  }
  for (const choice of form.querySelectorAll('[name="data/action"]')) choice.addEventListener('change', dataDetails);
  dataDetails();

  // ---- saving ----

  let timer = 0;
  let saving = null;
  let leaving = false;

  function write() {
    kept.value = JSON.stringify(lines.filter(line => !isBlank(line)));
  }

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(save, AUTOSAVE_MS);
  }

  async function save() {
    if (leaving || saving) return;
    write();
    const data = new FormData(form);
    data.delete('once');
    saving = fetch(form.dataset.autosave, {method: 'POST', body: data, headers: {...headers(), Accept: 'application/json'}});
    try {
      const answer = await saving;
      if (answer.status === 409) {
        $('autosave').textContent = form.dataset.conflict;
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      const draft = await answer.json();
      form.elements.version.value = draft.version;
      if (!form.dataset.autosave.includes(draft.reference)) {
        form.action = `/requests/${draft.reference}/edit`;
        form.dataset.autosave = `/requests/${draft.reference}/autosave`;
        history.replaceState(null, '', form.action);
      }
      const time = new Date().toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit'});
      $('autosave').textContent = form.dataset.saved.replace('{0}', draft.reference).replace('{1}', time);
    } catch {
      $('autosave').textContent = form.dataset.unsaved;
    } finally {
      saving = null;
    }
  }

  form.addEventListener('input', event => {
    if (!event.target.closest('#grid, #list-panel')) changed();
  });

  form.addEventListener('submit', async event => {
    write();
    leaving = true;
    clearTimeout(timer);
    if (saving) {
      // The draft is on its way: its new version goes along.
      event.preventDefault();
      const by = event.submitter;
      await saving.catch(() => {});
      setTimeout(() => form.requestSubmit(by), 50);
    }
  });

  const firstWrong = problems.map(problem => /^lines\/(\d+)\//.exec(problem.path)).find(Boolean);
  if (firstWrong) page = Math.floor(Number(firstWrong[1]) / PAGE);
  lines = lines.length ? lines : [{}];
  render();
})();
