/* Shows buttons marked data-portal-print and lets them print the page. */
(function () {
  "use strict";

  document.querySelectorAll("[data-portal-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
