/* A part marked data-portal-poll="address" asks for its next state after data-portal-pause seconds
   and is replaced by the answer; an answer without the mark ends it. A hidden page does not ask.
   The request says that no person made it, so that the session may go idle. */
(function () {
  "use strict";

  function ask(part) {
    if (!document.body.contains(part)) return;
    if (document.hidden) {
      document.addEventListener("visibilitychange", function () { ask(part); }, { once: true });
      return;
    }
    window.htmx.ajax("GET", part.dataset.portalPoll, {
      source: part,
      target: part,
      swap: "outerHTML",
      headers: { "X-Portal-Poll": "1" },
    });
  }

  function arm(part) {
    if (part.dataset.portalArmed) return;
    part.dataset.portalArmed = "yes";
    window.setTimeout(function () { ask(part); }, 1000 * (part.dataset.portalPause || 5));
  }

  function armAll(root) {
    if (root.matches && root.matches("[data-portal-poll]")) arm(root);
    root.querySelectorAll("[data-portal-poll]").forEach(arm);
  }

  if (!window.htmx) return;
  armAll(document);
  document.body.addEventListener("htmx:load", function (event) { armAll(event.detail.elt); });
  // An outage of the portal is no end of the job: try again, slowly.
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach(function (name) {
    document.body.addEventListener(name, function (event) {
      var part = event.detail.elt;
      if (part && part.dataset && part.dataset.portalPoll) window.setTimeout(function () { ask(part); }, 10000);
    });
  });
})();
