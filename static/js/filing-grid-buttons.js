/* The filing grid: its buttons save and confirm without leaving the page; the way to the check page
   opens when everything has reached the server. What does not get through is tried a few times
   more; then the person is told, and may press again. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var WAITS = [1000, 2000, 4000, 8000];
  var pressed = null, wish = 0;

  function confirmAll() {
    grid.rows.forEach(function (row) {
      if (row.querySelector("button[name='confirm']")) grid.confirmRow(row);
    });
  }

  function leave() {
    grid.isLeaving = true;
    pressed.click();
  }

  // Somebody who types, or presses another button, no longer wants to leave.
  function onward(own, failed) {
    if (own !== wish) return;
    grid.save().then(function () {
      if (own !== wish || grid.isLocked) return;
      if (grid.isClean()) return leave();
      if (!grid.trouble) return onward(own, failed);
      if (!grid.mayTryAgain()) return;
      if (failed === WAITS.length) return grid.notice(grid.words.gave_up, "bad");
      grid.notice(grid.say("again", failed + 1), "bad");
      window.setTimeout(function () { onward(own, failed + 1); }, WAITS[failed]);
    });
  }

  grid.form.addEventListener("click", function (event) {
    if (event.target.closest("button")) wish += 1;
    pressed = event.target.closest("button[name]") || pressed;
  });
  grid.form.addEventListener("input", function (event) { if (event.isTrusted) wish += 1; });

  grid.form.addEventListener("submit", function (event) {
    if (grid.isLeaving) return;
    event.preventDefault();
    pressed = event.submitter || pressed;
    if (!pressed || pressed.value === "save") grid.save();
    else if (pressed.value === "check") onward(wish, 0);
    else if (pressed.value === "all") confirmAll();
    else grid.confirmRow(pressed.closest("tr"));
  });
})(window.PortalGrid);
