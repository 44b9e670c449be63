/* Signing on the glass: a finger, a pen or a mouse draws; the picture goes into the hidden field. Without script the name is typed. */
(() => {
  'use strict';

  const field = document.querySelector('.glass');
  if (!field) return;
  const canvas = field.querySelector('canvas');
  const value = field.querySelector('input[type=hidden]');
  const pen = canvas.getContext('2d');
  let drawing = false;
  let drawn = false;
  field.hidden = false;

  function clear() {
    // White under black: the picture is printed on paper, whatever the screen's light.
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = '#16211d';
    pen.lineWidth = 3;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    value.value = '';
    drawn = false;
  }

  function at(event) {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  }

  canvas.addEventListener('pointerdown', event => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = true;
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener('pointermove', event => {
    if (!drawing) return;
    pen.lineTo(...at(event));
    pen.stroke();
    drawn = true;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, () => {
      drawing = false;
      if (drawn) value.value = canvas.toDataURL('image/png');
    });
  }
  field.querySelector('[data-clear]').addEventListener('click', clear);
  clear();
})();
