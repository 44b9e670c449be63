// Adds rows to the partner's form and shows in = out while it is typed. The form works without.
(() => {
  "use strict";

  const form = document.querySelector(".treatment-form");
  if (!form) {
    return;
  }
  const body = form.querySelector("table.fractions tbody");
  const live = form.querySelector(".balance.live");
  const incoming = Number(form.dataset.in);
  const tolerance = Number(form.dataset.tolerance);
  const kilograms = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en-GB" : "fr-FR", { maximumFractionDigits: 3 });

  const number = (text) => {
    const value = Number(text.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
    return Number.isFinite(value) && value > 0 ? value : 0;
  };

  function weigh() {
    let sum = 0;
    for (const cell of body.querySelectorAll('input[name$="/weightKg"]')) {
      sum += number(cell.value);
    }
    const words = live.querySelector(".balance-words");
    const gap = Math.round((sum - incoming) * 1000) / 1000;
    const within = Math.abs(gap) <= (incoming * tolerance) / 100;
    live.querySelector(".balance-out").textContent = kilograms.format(sum) + " / " + kilograms.format(incoming) + " kg";
    live.querySelector("progress").value = sum;
    live.classList.toggle("outside", sum > 0 && !within);
    words.textContent = sum === 0 ? "" : (within ? words.dataset.within : words.dataset.outside).replace("%", (gap > 0 ? "+" : "") + kilograms.format(gap) + " kg");
  }

  function addRow() {
    const rows = body.querySelectorAll("tr.fraction");
    if (rows.length >= 200) {
      return;
    }
    const next = 1 + Math.max(...[...rows].map((row) => Number(row.querySelector("input").name.split("/")[1])));
    const copy = rows[rows.length - 1].cloneNode(true);
    for (const field of copy.querySelectorAll("input, select")) {
      field.name = field.name.replace(/\/\d+\//, "/" + next + "/");
      field.id = field.id.replace(/-\d+-/, "-" + next + "-");
      field.classList.remove("is-invalid");
      if (field.tagName === "INPUT") {
        field.value = "";
      } else {
        field.selectedIndex = 0;
      }
    }
    body.append(copy);
    copy.querySelector("input").focus();
  }

  // A phone shows a row as a card: two blank ones are enough to begin with.
  if (window.matchMedia("(max-width: 640px)").matches) {
    const blank = [...body.querySelectorAll("tr.fraction")].filter((row) => [...row.querySelectorAll("input")].every((cell) => cell.value === ""));
    blank.slice(2).forEach((row) => row.remove());
  }

  const add = form.querySelector(".add-row");
  add.hidden = false;
  add.addEventListener("click", addRow);
  live.hidden = false;
  body.addEventListener("input", weigh);
  weigh();
})();
