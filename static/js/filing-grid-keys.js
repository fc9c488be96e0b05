/* The filing grid moves like a sheet: arrows, Enter, Tab, Ctrl+D, Ctrl+Enter; never while composing. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var isLeaving = false;
  var STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function atEdge(input, key) {
    var isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (isWhole) return true;
    if (key === "ArrowLeft") return input.selectionEnd === 0;
    return input.selectionStart === input.value.length;
  }

  function arrow(event, place) {
    var step = STEPS[event.key];
    if (event.shiftKey || (step[1] && !atEdge(event.target, event.key))) return false;
    return grid.go(place.row + step[0], place.column + step[1]);
  }

  function tab(event, place) {
    if (isLeaving) return false;
    var step = event.shiftKey ? -1 : 1, width = grid.kinds.length;
    var next = place.row * width + place.column + step;
    return next >= 0 && grid.go(Math.floor(next / width), next % width);
  }

  function confirmVillage(row) {
    var button = grid.rows[row].querySelector("button[name='confirm']");
    if (button) grid.confirmRow(grid.rows[row]);
  }

  function withControl(event, place) {
    var isFill = event.key.toLowerCase() === "d";
    if (isFill && place.row) grid.write(event.target, grid.at(place.row - 1, place.column).value);
    if (event.key === "Enter") {
      confirmVillage(place.row);
      grid.go(place.row + 1, place.column);
    }
    return isFill || event.key === "Enter";
  }

  function plain(event, place) {
    if (STEPS[event.key]) return arrow(event, place);
    if (event.key === "Tab") return tab(event, place);
    if (event.key === "Escape") isLeaving = true;
    if (event.key !== "Enter") return false;
    grid.go(place.row + (event.shiftKey ? -1 : 1), place.column);
    return true;
  }

  grid.form.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229 || event.altKey || !grid.isCell(event.target)) return;
    var place = grid.where(event.target);
    var isDone = event.ctrlKey || event.metaKey ? withControl(event, place) : plain(event, place);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  });

  grid.form.addEventListener("focusin", function (event) {
    if (!grid.isCell(event.target)) return;
    isLeaving = false;
    event.target.select();
  });
  grid.form.querySelector("[data-grid-keys]").hidden = false;
})(window.PortalGrid);
