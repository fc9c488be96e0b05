/* Gives every unsafe htmx request to this site the CSRF token of the page. */
(function () {
  "use strict";

  var meta = document.querySelector("meta[name='csrf-token']");
  if (!meta) return;

  document.addEventListener("htmx:configRequest", function (event) {
    if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = meta.content;
  });
})();
