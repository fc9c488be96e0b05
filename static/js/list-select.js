/* Choosing rows of a list, opening a row by a click anywhere in it, and saying how many rows there
   are after a change. Everything also works without this file: boxes, links, buttons. */
(function () {
  "use strict";

  function boxes() {
    return Array.from(document.querySelectorAll("[data-portal-bulk] input[name='select']"));
  }

  function showState() {
    var state = document.querySelector("[data-portal-chosen]");
    if (!state) return;
    var chosen = boxes().filter(function (box) { return box.checked; }).length;
    var all = document.querySelector("[data-portal-select-all]");
    state.textContent = chosen ? state.dataset.some.replace("{n}", chosen) : state.dataset.none;
    if (all && all.checked) state.textContent = all.parentNode.textContent.trim();
    boxes().forEach(function (box) {
      box.closest("tr").classList.toggle("is-chosen", box.checked);
    });
    var page = document.querySelector("[data-portal-select-page]");
    if (page) {
      page.checked = chosen > 0 && chosen === boxes().length;
      page.indeterminate = chosen > 0 && chosen < boxes().length;
    }
  }

  /* On phones the words stand alone; other conditions unfold on demand. */
  function fold(form, folded) {
    var more = form.querySelector("[data-portal-list-more]");
    form.classList.toggle("is-folded", folded);
    more.hidden = form.querySelectorAll(".list-field").length < 2;
    more.setAttribute("aria-expanded", String(!folded));
  }

  function prepare() {
    var filters = document.querySelector("[data-portal-list-filters]");
    if (filters && !filters.querySelector(".list-field__error")) fold(filters, true);
    document.querySelectorAll("[data-portal-select-page], [data-portal-copy-table]").forEach(function (one) {
      one.hidden = false;
    });
    document.querySelectorAll(".list-table").forEach(function (table) {
      table.classList.toggle("list-table--linked", Boolean(table.querySelector(".row-link")));
    });
    showState();
  }

  function announce() {
    var count = document.querySelector("[data-portal-list-count]");
    var status = document.querySelector("[data-portal-list-status]");
    if (count && status) status.textContent = count.textContent;
  }

  function selecting() {
    var selection = window.getSelection();
    return Boolean(selection && String(selection));
  }

  document.addEventListener("change", function (event) {
    var target = event.target;
    if (target.matches("[data-portal-select-page]")) {
      boxes().forEach(function (box) { box.checked = target.checked; });
    }
    if (target.closest("[data-portal-bulk]")) showState();
  });

  document.addEventListener("click", function (event) {
    var more = event.target.closest("[data-portal-list-more]");
    if (more) fold(more.form, !more.form.classList.contains("is-folded"));
  });

  document.addEventListener("click", function (event) {
    var row = event.target.closest(".list-table > tbody > tr");
    if (!row || event.target.closest("a, button, input, label, select") || selecting()) return;
    var link = row.querySelector(".row-link");
    if (!link) return;
    if (event.ctrlKey || event.metaKey) window.open(link.href);
    else link.click();
  });

  document.addEventListener("htmx:afterSwap", function (event) {
    if (event.target.id !== "list-frame") return;
    prepare();
    announce();
  });

  prepare();
})();
