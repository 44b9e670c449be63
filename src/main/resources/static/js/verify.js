// Compares a paper with its certificate inside the browser: only the 64 letters of its hash ever leave, and only when the
// paper is not the one shown.
(() => {
  "use strict";

  const icons = { done: "check-circle-fill", stop: "x-octagon-fill", told: "arrow-right-circle-fill", waits: "hourglass-split" };

  const hexadecimal = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

  function say(box, kind, text, link) {
    const output = box.querySelector(".verify-result");
    const notice = document.createElement("div");
    notice.className = "notice " + kind;
    const icon = document.createElement("i");
    icon.className = "bi bi-" + icons[kind];
    icon.setAttribute("aria-hidden", "true");
    const words = document.createElement("p");
    words.textContent = text;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = link.href;
      anchor.textContent = link.text;
      anchor.className = "code";
      words.append(" ", anchor);
    }
    notice.append(icon, words);
    output.replaceChildren(notice);
  }

  async function ask(box, sha256) {
    const answer = await fetch(box.dataset.verify, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ sha256 }),
    });
    return answer.ok ? answer.json() : null;
  }

  async function compare(box, file) {
    if (!window.crypto || !window.crypto.subtle) {
      say(box, "waits", box.dataset.unable);
      return;
    }
    say(box, "waits", box.dataset.reading);
    try {
      const sha256 = hexadecimal(await window.crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      if (box.dataset.sha256 && box.dataset.sha256 === sha256) {
        say(box, "done", box.dataset.same);
        return;
      }
      const found = await ask(box, sha256);
      if (found) {
        say(box, "told", box.dataset.other, { href: box.dataset.verify + "/" + encodeURIComponent(found.number), text: found.number });
      } else {
        say(box, "stop", box.dataset.none);
      }
    } catch (failure) {
      say(box, "stop", box.dataset.unable);
    }
  }

  for (const box of document.querySelectorAll(".verify-drop")) {
    const input = box.querySelector("input[type=file]");
    input.addEventListener("change", () => {
      if (input.files.length > 0) {
        compare(box, input.files[0]);
      }
    });
    const zone = box.querySelector(".drop");
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      if (event.dataTransfer.files.length > 0) {
        compare(box, event.dataTransfer.files[0]);
      }
    });
  }
})();
