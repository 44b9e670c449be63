// What a person with a screen reader, a keyboard, a small phone or weak eyes would stumble over on the page shown now.
const found = [];
const visible = e => e.checkVisibility() && e.getClientRects().length > 0;

const root = document.documentElement;
if (root.scrollWidth > innerWidth) {
  found.push(`wider than the screen: ${root.scrollWidth} of ${innerWidth}`);
}

const ids = {};
document.querySelectorAll('[id]').forEach(e => { ids[e.id] = (ids[e.id] || 0) + 1; });
Object.keys(ids).filter(id => ids[id] > 1).forEach(id => found.push(`id twice: ${id}`));

document.querySelectorAll('input:not([type=hidden]), select, textarea').forEach(e => {
  const named = e.labels?.length || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.title;
  if (visible(e) && !named) found.push(`field without label: ${e.name || e.id}`);
});

document.querySelectorAll('a, button, summary').forEach(e => {
  const named = e.innerText.trim() || e.getAttribute('aria-label') || e.querySelector('.visually-hidden') || e.title;
  if (visible(e) && !named) found.push(`nothing to read on: ${e.outerHTML.slice(0, 80)}`);
  const box = e.getBoundingClientRect();
  const button = e.matches('.btn, button, summary') && !e.matches('.copy');
  if (visible(e) && button && (box.height < 24 || box.width < 24)) found.push(`too small to hit: ${e.className}`);
});

let last = 0;
document.querySelectorAll('h1, h2, h3, h4').forEach(e => {
  if (!visible(e)) return;
  const level = Number(e.tagName[1]);
  if (level > last + 1) found.push(`heading ${level} after ${last}: ${e.innerText.slice(0, 30)}`);
  last = level;
});
for (const one of ['h1', 'main']) {
  const count = document.querySelectorAll(one).length;
  if (count !== 1) found.push(`${count} times ${one}`);
}
document.querySelectorAll('th:not([scope])').forEach(e => {
  if (e.innerText.trim()) found.push(`column without scope: ${e.innerText}`);
});
if (document.body.innerText.includes('??')) found.push('a message is missing');

// Contrast of every piece of text on its ground: 4.5, or 3 for large letters (WCAG 2.2 AA).
const channels = colour => colour.match(/[\d.]+/g).map(Number);
const luminance = ([r, g, b]) => [r, g, b]
  .map(v => v / 255)
  .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = e => {
  for (let at = e; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour.length < 4 || colour[3] > 0.99) return colour;
  }
  return [255, 255, 255];
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const words = texts.currentNode.data.trim();
  const e = texts.currentNode.parentElement;
  if (!words || !visible(e) || e.closest('svg, .visually-hidden, :disabled, option')) continue;
  const style = getComputedStyle(e);
  const [dark, light] = [luminance(channels(style.color)), luminance(ground(e))].sort((a, b) => a - b);
  const ratio = (light + 0.05) / (dark + 0.05);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.6 && Number(style.fontWeight) >= 600);
  if (ratio < (large ? 3 : 4.5)) found.push(`contrast ${ratio.toFixed(1)}: ${words.slice(0, 30)}`);
}
return [...new Set(found)];
