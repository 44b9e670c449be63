/*
 * The scan station without waiting: each code is queued with an id and a time of its own, sent, and answered by the card.
 * The queue outlives the page and the network; the same id sent twice gets the first answer twice. Without this script
 * the form posts by itself.
 */
(() => {
  'use strict';

  const station = document.querySelector('.station');
  const form = document.querySelector('.station-field');
  if (!station || !form) return;
  const round = station.dataset.round;
  const code = form.querySelector('#code');
  const serial = form.querySelector('#serial');
  const words = form.querySelector('#words').dataset;
  const sound = form.querySelector('#sound');
  const card = document.getElementById('answer');
  const seen = document.getElementById('answer-seen');
  const lost = document.getElementById('focus-lost');
  const sync = document.getElementById('sync');
  const store = 'boucle.scans.' + round;
  const SAME_CODE_MS = 3000;
  const SILENCE_MS = 80;
  let queue = JSON.parse(localStorage.getItem(store) ?? '[]');
  let sending = false;
  let last = {code: '', at: 0};
  let audio;

  function tone(kind) {
    if (!sound.checked) return;
    audio ??= new AudioContext();
    const [hertz, seconds, times] = {done: [1760, .09, 1], waits: [880, .09, 2], told: [880, .09, 2], stop: [220, .45, 1]}[kind];
    for (let i = 0; i < times; i++) {
      const start = audio.currentTime + i * (seconds + .06);
      const voice = audio.createOscillator();
      const volume = audio.createGain();
      voice.frequency.value = hertz;
      volume.gain.value = .25;
      voice.connect(volume).connect(audio.destination);
      voice.start(start);
      voice.stop(start + seconds);
    }
    if (kind === 'stop') navigator.vibrate?.(300);
  }

  function show(answer) {
    card.className = 'answer ' + answer.kind;
    document.getElementById('answer-icon').className = 'bi bi-' + answer.icon;
    document.getElementById('answer-word').textContent = words[answer.word.toLowerCase()] ?? answer.word;
    document.getElementById('answer-tag').textContent = answer.tag ?? '';
    document.getElementById('answer-sentence').textContent = answer.sentence;
    document.getElementById('answer-repaired').hidden = !answer.repaired;
    // An error stays until somebody touched it away; the field listens all the same.
    seen.hidden = answer.kind !== 'stop';
    tone(answer.kind);
  }

  function keep() {
    localStorage.setItem(store, JSON.stringify(queue));
    sync.hidden = queue.length === 0;
    sync.className = 'chip waits';
    sync.textContent = queue.length + ' ' + sync.dataset.waiting;
    const close = document.getElementById('close');
    if (close) close.disabled = queue.length > 0;
  }

  function enqueue(text, number) {
    const now = Date.now();
    if (text === last.code && !number && now - last.at < SAME_CODE_MS) return;
    last = {code: text, at: now};
    queue.push({id: crypto.randomUUID?.() ?? uuid(), code: text, serial: number || null, happenedAt: new Date(now).toISOString()});
    keep();
    send();
  }

  // On a page served without TLS the browser has no randomUUID, only random values.
  function uuid() {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = b[6] & 0x0f | 0x40;
    b[8] = b[8] & 0x3f | 0x80;
    const h = [...b].map(one => one.toString(16).padStart(2, '0')).join('');
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
  }

  async function send() {
    if (sending || queue.length === 0) return;
    sending = true;
    const batch = queue.slice(0, 500);
    try {
      const response = await fetch('/scan/' + round + '/scans', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          [document.querySelector('meta[name="csrf-header"]').content]: document.querySelector('meta[name="csrf"]').content,
        },
        body: JSON.stringify(batch),
      });
      if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
      if (!response.ok || response.redirected) {
        failed();
        return;
      }
      const told = await response.json();
      queue = queue.filter(scan => !batch.some(one => one.id === scan.id));
      keep();
      show(told.cards[told.cards.length - 1]);
      count(told);
      lists();
      sending = false;
      send();
    } catch {
      // No network, or a server that comes back: what was scanned stays in the queue.
      sending = false;
      setTimeout(send, 3000);
    }
  }

  function failed() {
    sending = false;
    sync.hidden = false;
    sync.className = 'chip stop';
    sync.textContent = sync.dataset.failed;
    show({kind: 'stop', icon: 'x-octagon-fill', word: 'LOST', tag: '', sentence: words.lostSentence, repaired: false});
  }

  function count(told) {
    document.getElementById('found').textContent = told.found;
    document.getElementById('expected').textContent = told.expected;
    document.getElementById('bar').value = told.found;
    document.getElementById('unexpected').hidden = told.unexpected === 0;
    document.getElementById('unexpected-count').textContent = told.unexpected;
  }

  let refreshing;
  function lists() {
    clearTimeout(refreshing);
    refreshing = setTimeout(async () => {
      const old = document.getElementById('lists');
      if (old.querySelector('input[type=checkbox]:checked') || old.contains(document.activeElement)) return;
      const open = [...old.querySelectorAll('details')].map(one => one.open ? one.querySelector('summary').textContent.replace(/\d+/g, '') : '');
      const response = await fetch('/scan/' + round + '/lists', {headers: {Accept: 'text/html'}});
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.getElementById('lists');
      if (!fresh) return;
      for (const one of fresh.querySelectorAll('details')) {
        one.open = open.includes(one.querySelector('summary').textContent.replace(/\d+/g, ''));
      }
      old.replaceWith(fresh);
      keep();
    }, 400);
  }

  function take() {
    const text = code.value.trim();
    if (!text) return;
    if (serial && !serial.value.trim()) {
      serial.focus();
      return;
    }
    enqueue(text, serial?.value.trim());
    code.value = '';
    if (serial) serial.value = '';
    code.focus();
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    take();
  });
  // Scanners end a code with CR (the form's own submit), with Tab, or with nothing but silence.
  let silence;
  let quick = 0;
  let lastKey = 0;
  for (const field of [code, serial]) {
    field?.addEventListener('keydown', event => {
      const now = performance.now();
      quick = now - lastKey < SILENCE_MS / 2 ? quick + 1 : 0;
      lastKey = now;
      if (event.key === 'Tab' && !event.shiftKey && field.value.trim()) {
        event.preventDefault();
        take();
      }
    });
    field?.addEventListener('input', () => {
      clearTimeout(silence);
      // Only what came faster than fingers is a scanner; a person presses Enter.
      if (quick >= 4) silence = setTimeout(take, SILENCE_MS);
    });
  }

  seen.addEventListener('click', () => {
    card.className = 'answer';
    seen.hidden = true;
    code.focus();
  });
  document.addEventListener('focusout', () => setTimeout(() => {
    const typing = document.activeElement?.closest?.('input, textarea, select, button, summary, a');
    lost.hidden = Boolean(typing);
    if (!typing && document.hasFocus()) code.focus();
  }, 150));
  document.addEventListener('focusin', () => { lost.hidden = true; });
  addEventListener('blur', () => { lost.hidden = false; });
  addEventListener('focus', () => { lost.hidden = true; code.focus(); });
  addEventListener('online', send);
  navigator.wakeLock?.request('screen').catch(() => {});

  keep();
  send();
  code.focus();
})();
