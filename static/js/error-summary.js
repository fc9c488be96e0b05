/* Moves the focus to the list of errors, on load and after a fragment has been swapped in. */
(function () {
  "use strict";

  function focusSummary(root) {
    var summary = root.querySelector("[data-portal-error-summary]");
    if (summary) summary.focus();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-portal-error-summary] a[href^='#']");
    var field = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus();
  });

  document.addEventListener("htmx:afterSwap", function (event) { focusSummary(event.target); });
  focusSummary(document);
})();
