// Draws a case's diagram and marks where its tokens stand. Without it the page still lists the steps.
(() => {
  const frame = document.getElementById("diagram");
  if (!frame || !window.BpmnJS) return;
  const canvasBox = frame.querySelector(".diagram-canvas");
  const icons = { done: "check-lg", waits: "hourglass-split", stop: "x-octagon-fill" };
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const mark = (viewer, id, kind) => {
    const element = viewer.get("elementRegistry").get(id);
    if (!element) return;
    viewer.get("canvas").addMarker(id, "token-" + kind);
    const badge = document.createElement("span");
    badge.className = "diagram-badge " + kind;
    badge.title = frame.dataset[kind];
    const icon = document.createElement("i");
    icon.className = "bi bi-" + icons[kind];
    badge.append(icon);
    const small = element.width < 60;
    viewer.get("overlays").add(id, { position: { top: -11, right: small ? 8 : 12 }, html: badge });
  };

  /** The elements where it stands, at a size that can be read. */
  const here = (viewer, ids) => {
    const canvas = viewer.get("canvas");
    const boxes = ids.map(id => viewer.get("elementRegistry").get(id)).filter(Boolean);
    if (!boxes.length) return canvas.zoom("fit-viewport");
    const left = Math.min(...boxes.map(b => b.x)), right = Math.max(...boxes.map(b => b.x + b.width));
    const top = Math.min(...boxes.map(b => b.y)), bottom = Math.max(...boxes.map(b => b.y + b.height));
    const size = canvas.getSize();
    const scale = Math.min(1, size.width / (right - left + 320), size.height / (bottom - top + 240));
    canvas.viewbox({
      x: (left + right) / 2 - size.width / scale / 2,
      y: (top + bottom) / 2 - size.height / scale / 2,
      width: size.width / scale,
      height: size.height / scale,
    });
  };

  const draw = source => {
    frame.hidden = false;
    const viewer = new window.BpmnJS({
      container: canvasBox,
      bpmnRenderer: { defaultFillColor: colour("--surface"), defaultStrokeColor: colour("--ink") },
    });
    return viewer.importXML(source.xml).then(() => {
      source.passed.forEach(id => mark(viewer, id, "done"));
      source.active.filter(id => !source.stuck.includes(id)).forEach(id => mark(viewer, id, "waits"));
      source.stuck.forEach(id => mark(viewer, id, "stop"));
      const stands = source.stuck.concat(source.active);
      here(viewer, stands);
      const steps = { in: 1.25, out: 0.8 };
      frame.querySelectorAll("[data-zoom]").forEach(button => button.addEventListener("click", () => {
        const canvas = viewer.get("canvas");
        const how = button.dataset.zoom;
        if (how === "fit") canvas.zoom("fit-viewport");
        else if (how === "here") here(viewer, stands);
        else canvas.zoom(canvas.zoom() * steps[how]);
      }));
      canvasBox.addEventListener("keydown", event => {
        const by = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
        if (!by) return;
        event.preventDefault();
        viewer.get("canvas").scroll({ dx: by[0], dy: by[1] });
      });
    });
  };

  fetch(frame.dataset.source, { headers: { Accept: "application/json" } })
    .then(answer => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(draw)
    .catch(() => { frame.hidden = true; });
})();
