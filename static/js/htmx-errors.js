/* Lets the error answers that carry a page for people (400, 403, 409, 422, 429) into the target,
   and says in words when the network is gone. */
(function () {
  "use strict";

  var shown = [400, 403, 409, 422, 429];

  document.addEventListener("htmx:beforeSwap", function (event) {
    if (shown.indexOf(event.detail.xhr.status) === -1) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });

  function say(on) {
    var line = document.getElementById("offline-line");
    if (line) line.hidden = !on;
  }

  document.addEventListener("htmx:sendError", function () { say(true); });
  document.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful) say(false);
  });
})();
