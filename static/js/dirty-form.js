/* A form marked data-portal-dirty asks before a page with unsent input is left. */
(function () {
  "use strict";

  var dirty = false;

  document.addEventListener("input", function (event) {
    if (event.target.closest("form[data-portal-dirty]")) dirty = true;
  });

  document.addEventListener("submit", function (event) {
    if (event.target.matches("form[data-portal-dirty]")) dirty = false;
  });

  document.addEventListener("portal:saved", function () { dirty = false; });

  window.addEventListener("beforeunload", function (event) {
    if (!dirty) return;
    event.preventDefault();
    event.returnValue = "";
  });
})();
