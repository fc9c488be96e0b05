/* How long a filing takes to fill in, so that a county learns what its forms cost. Only time
   between two keystrokes or clicks at most half a minute apart counts; the sum goes along with the
   submission and is added to the month of the whole county. Nothing is kept about anybody. */
(function () {
  "use strict";

  var PAUSE = 30000;
  var place = location.pathname.match(/\/filings\/([0-9]{4}-[0-9]{2})\/([0-9]{9})/);
  if (!place) return;
  var name = "filing-seconds:" + place[1] + ":" + place[2], last = 0;

  function spent() {
    try { return Number(sessionStorage.getItem(name)) || 0; } catch (none) { return 0; }
  }

  function keep(seconds) {
    try { sessionStorage.setItem(name, String(seconds)); } catch (none) { /* Then nothing is measured. */ }
  }

  function work() {
    var now = Date.now();
    if (last && now - last <= PAUSE) keep(spent() + (now - last) / 1000);
    last = now;
  }

  ["keydown", "input", "pointerdown"].forEach(function (kind) {
    document.addEventListener(kind, work, { passive: true });
  });

  document.addEventListener("submit", function (event) {
    var field = event.target.elements.namedItem("seconds");
    if (!field) return;
    field.value = String(Math.round(spent()));
    keep(0);
  });
})();
