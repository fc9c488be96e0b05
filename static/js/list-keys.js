/* Keys in a list: j and k move, x chooses, e or Enter opens, c copies the chosen rows (or the
   current one) for WPS. Never in inputs, while composing Chinese, or when switched off. */
(function () {
  "use strict";

  var current = -1;

  function rows() {
    return Array.from(document.querySelectorAll(".list-table > tbody > tr"));
  }

  /* A box that chooses a row is no place to type in. */
  function typing(target) {
    return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
      (target.tagName === "INPUT" && target.name !== "select");
  }

  function busy(event) {
    return event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey ||
      event.defaultPrevented || typing(event.target) ||
      document.querySelector("dialog[open]") || document.body.dataset.portalShortcuts === "off";
  }

  function move(step) {
    var all = rows();
    if (!all.length) return;
    current = Math.min(Math.max(current + step, 0), all.length - 1);
    all.forEach(function (row, place) { row.classList.toggle("is-current", place === current); });
    var row = all[current];
    var target = row.querySelector(".row-link") || row.querySelector("input[name='select']");
    row.scrollIntoView({ block: "nearest" });
    if (target) target.focus({ preventScroll: true });
  }

  function choose() {
    var row = rows()[current];
    var box = row && row.querySelector("input[name='select']");
    if (box) box.click();
  }

  function open() {
    var row = rows()[current];
    var link = row && row.querySelector(".row-link");
    if (link) link.click();
  }

  function line(row) {
    return Array.from(row.cells).map(function (cell) {
      return cell.textContent.replace(/\s+/g, " ").trim();
    }).join("\t");
  }

  function copy() {
    var table = document.querySelector(".list-table");
    var chosen = rows().filter(function (row) { return row.classList.contains("is-chosen"); });
    if (!chosen.length && rows()[current]) chosen = [rows()[current]];
    if (!table || !chosen.length || !navigator.clipboard || String(window.getSelection())) return;
    var button = document.querySelector("[data-portal-copy-table]");
    var state = button && button.parentNode.querySelector("[role='status']");
    var text = [table.tHead.rows[0]].concat(chosen).map(line).join("\n");
    navigator.clipboard.writeText(text).then(function () {
      if (state) state.textContent = button.dataset.done;
    }, function () {
      if (state) state.textContent = button.dataset.failed;
    });
  }

  var keys = {
    j: function () { move(1); },
    k: function () { move(-1); },
    x: choose,
    e: open,
    c: copy
  };

  document.addEventListener("keydown", function (event) {
    if (busy(event) || !Object.prototype.hasOwnProperty.call(keys, event.key)) return;
    if (!document.querySelector(".list-table")) return;
    event.preventDefault();
    keys[event.key]();
  });

  document.addEventListener("htmx:afterSwap", function (event) {
    if (event.target.id === "list-frame") current = -1;
  });
})();
