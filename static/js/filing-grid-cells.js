/* The filing grid: its cells by row and column, their marks, sums, and the echo in 万元. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var heads = Array.from(grid.form.querySelectorAll("thead th")).slice(1);
  var feet = Array.from(grid.form.querySelectorAll("tfoot td"));
  var echo = document.createElement("output");
  echo.className = "filing-grid__echo";

  grid.kinds = heads.map(function (head) { return head.dataset.kind; });
  grid.rows = Array.from(grid.form.querySelectorAll("tbody tr"));
  grid.cells = grid.rows.map(function (row) {
    return Array.from(row.querySelectorAll("input[name^='value:']"));
  });

  grid.code = function (input) { return input.closest("tr").dataset.code; };
  grid.key = function (input) { return input.name.split(":").slice(2).join(":"); };
  grid.isCell = function (target) { return Boolean(target && target.name && target.name.indexOf("value:") === 0); };

  grid.where = function (input) {
    var row = grid.rows.indexOf(input.closest("tr"));
    return { row: row, column: grid.cells[row].indexOf(input) };
  };

  grid.at = function (row, column) { return grid.cells[row] && grid.cells[row][column]; };

  grid.go = function (row, column) {
    var input = grid.at(row, column);
    if (!input) return false;
    input.focus();
    input.select();
    return true;
  };

  // Whether the text went in: not into cells that may not be written.
  grid.write = function (input, text) {
    if (!input || input.readOnly) return false;
    if (input.value !== text) {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return true;
  };

  function mark(input) {
    var place = input.parentNode, last = place.dataset.last;
    if (place.dataset.mark === "returned") return;
    var isSame = grid.same(input.value, last);
    place.dataset.mark = isSame ? (last ? "same" : "") : "changed";
  }

  grid.tell = function (row, isConfirmed) {
    var place = row.querySelector("[data-status]");
    var changed = row.querySelectorAll("td[data-mark='changed']").length;
    if (!place) return;
    if (changed) place.textContent = grid.say("changed", changed);
    else place.textContent = isConfirmed ? grid.words.confirmed : grid.words.open;
  };

  function sum(column) {
    var total = 0, known = 0, digits = 0;
    grid.cells.forEach(function (row) {
      var number = grid.number(row[column].value);
      if (isNaN(number)) return;
      total += number;
      known += 1;
      digits = Math.max(digits, (String(number).split(".")[1] || "").length);
    });
    if (!("summed" in heads[column].dataset)) return;
    var missing = grid.rows.length - known;
    feet[column].querySelector("[data-sum]").textContent = known ? String(Number(total.toFixed(digits))) : "—";
    feet[column].querySelector("[data-missing]").textContent = missing ? grid.say("missing", missing) : "";
  }

  function showEcho(input) {
    var isMoney = grid.kinds[grid.where(input).column] === "yuan";
    echo.textContent = isMoney ? grid.inWan(input.value) : "";
    if (echo.textContent) input.after(echo);
    else echo.remove();
  }

  grid.form.addEventListener("input", function (event) {
    if (!grid.isCell(event.target)) return;
    mark(event.target);
    grid.tell(event.target.closest("tr"), false);
    sum(grid.where(event.target).column);
    if (document.activeElement === event.target) showEcho(event.target);
  });
  grid.form.addEventListener("focusin", function (event) {
    if (!grid.isCell(event.target)) return;
    grid.focused = event.target;
    showEcho(event.target);
  });
})(window.PortalGrid);
