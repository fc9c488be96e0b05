/* The button "复制为表格": puts the table beside it on the clipboard as tab-separated text, heads
   included, so that it can be pasted into WPS or Excel. Needs a secure context or the old command. */
(function () {
  "use strict";

  function cellText(cell) {
    var value = cell.getAttribute("data-portal-copy") || cell.textContent;
    return value.replace(/\s+/g, " ").trim();
  }

  function tableText(table) {
    return Array.from(table.rows).map(function (row) {
      return Array.from(row.cells).filter(function (cell) {
        return !cell.hasAttribute("data-portal-no-copy");
      }).map(cellText).join("\t");
    }).join("\n");
  }

  function copyOldWay(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "visually-hidden";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  function copy(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text) : copyOldWay(text);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-portal-copy-table]");
    if (!button) return;
    var table = document.querySelector("#" + button.dataset.portalCopyTable + " table");
    var state = button.parentNode.querySelector("[role='status']");
    if (!table) return;
    copy(tableText(table)).then(function () {
      state.textContent = button.dataset.done;
    }, function () {
      state.textContent = button.dataset.failed;
    });
  });

  document.querySelectorAll("[data-portal-copy-table]").forEach(function (button) {
    button.hidden = false;
  });
})();
