// Tables are dragged: that changes the fields of the form. Nothing is saved before its button is pressed.
"use strict";
(() => {
  const plan = document.querySelector("svg.plan");
  const form = document.getElementById("arrange");
  if (!plan || !form) return;
  const field = (piece, name) => form.elements.namedItem(`${name}-${piece.dataset.piece}`);
  const place = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(plan.getScreenCTM().inverse());
  const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most));
  const draw = (piece) => {
    const [x, y, turn] = ["x", "y", "rotation"].map((name) => Number(field(piece, name).value) || 0);
    piece.setAttribute("transform", `translate(${x} ${y}) rotate(${turn})`);
  };
  let held = null;
  plan.addEventListener("pointerdown", (event) => {
    const piece = event.target.closest("[data-piece]");
    if (!piece || !field(piece, "x")) return;
    const start = place(event);
    held = { piece, x: field(piece, "x").value - start.x, y: field(piece, "y").value - start.y };
    plan.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  plan.addEventListener("pointermove", (event) => {
    if (!held) return;
    const now = place(event);
    const room = plan.viewBox.baseVal;
    field(held.piece, "x").value = within(now.x + held.x, room.width);
    field(held.piece, "y").value = within(now.y + held.y, room.height);
    draw(held.piece);
  });
  for (const end of ["pointerup", "pointercancel"]) plan.addEventListener(end, () => { held = null; });
  form.addEventListener("input", (event) => {
    const number = event.target.name.split("-")[1];
    const piece = plan.querySelector(`[data-piece="${Number(number) || 0}"]`);
    if (piece) draw(piece);
  });
  plan.classList.add("draggable");
})();
