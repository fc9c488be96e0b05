/* The filing grid saves by itself: on leaving a cell and every ten seconds, one request at a time,
   the first one when the desk is known. What the network or an ended session keeps from the server
   waits in this browser. `grid.trouble` says why the latest attempt did not get through. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var EVERY = 10000, SOON = 250;
  var form = grid.form, state = form.querySelector("[data-grid-state]");
  var dirty = new Set(), held = new Set(), sending = null, timer = 0;

  grid.notice = function (words, tone) {
    state.textContent = words;
    state.dataset.tone = tone || "";
  };
  grid.trouble = "";
  grid.isClean = function () { return !dirty.size && !sending; };
  grid.isWaiting = function (field) { return dirty.has(field) || held.has(field); };
  grid.mayTryAgain = function () { return grid.trouble === "offline" || grid.trouble === "busy"; };

  function keepHere() { grid.keepHere(Array.from(dirty).concat(Array.from(held))); }
  grid.keepWaiting = keepHere;

  // What goes to the page of a village need not wait here any longer.
  grid.letGo = function (code) {
    held.forEach(function (field) { if (grid.code(field) === code) held.delete(field); });
    keepHere();
  };

  function taken(sent, answer) {
    var refused = answer.conflicts.map(function (one) { return one.code; });
    Object.keys(answer.versions).forEach(function (code) { grid.version(code).value = answer.versions[code]; });
    sent.forEach(function (pair) {
      if (refused.indexOf(grid.code(pair[0])) !== -1) held.add(pair[0]);
      else pair[0].defaultValue = pair[1];
    });
    keepHere();
    grid.trouble = "";
    if (refused.length) grid.showConflicts(answer.conflicts);
    else if (!held.size) grid.notice(dirty.size ? grid.words.unsaved : grid.say("saved", answer.saved_at));
  }

  function failed(sent, trouble, words) {
    sent.forEach(function (pair) { dirty.add(pair[0]); });
    keepHere();
    grid.trouble = trouble;
    grid.notice(words || grid.words[trouble], "bad");
  }

  function refused(sent, body) {
    failed(sent, body.code, grid.say("refused", body.message));
    if (body.code === "desk_taken") grid.lock(body.message);
  }

  // The sign-in page stands behind a redirect; an old page's token is refused after a new sign-in.
  function judge(sent, answer) {
    var isGone = answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 401;
    if (isGone) return failed(sent, "signed_out");
    if (answer.status !== 200 && answer.status !== 409) return failed(sent, "offline");
    return answer.json().then(function (body) {
      if (body.code) refused(sent, body);
      else taken(sent, body);
    });
  }

  grid.post = function (url, body, type) {
    return fetch(url, {
      method: "POST", redirect: "manual", credentials: "same-origin", body: body,
      headers: { "Content-Type": type, Accept: "application/json", "X-CSRFToken": grid.field("csrfmiddlewaretoken").value },
    });
  };

  // A promise that ends when the server has answered or cannot.
  grid.save = function () {
    if (sending) return sending.then(grid.save);
    if (!grid.isSeated) return grid.seated.then(grid.save);
    if (!dirty.size || grid.isLocked) return Promise.resolve();
    var fields = Array.from(dirty), body = JSON.stringify(grid.message(fields));
    var sent = fields.map(function (field) { return [field, field.value]; });
    dirty.clear();
    grid.notice(grid.words.saving);
    sending = grid.post(form.dataset.save, body, "application/json").then(
      function (answer) { return judge(sent, answer); }
    ).catch(function () { failed(sent, "offline"); }).then(function () { sending = null; });
    return sending;
  };

  grid.saveSoon = function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(grid.save, SOON);
  };

  // A confirmed village is saved whole, prefilled values too.
  grid.confirmRow = function (row) {
    row.querySelectorAll("input[name^='value:']").forEach(function (cell) {
      if (!cell.readOnly && !("held" in row.dataset)) dirty.add(cell);
    });
    grid.tell(row, true);
    grid.saveSoon();
  };

  form.addEventListener("input", function (event) {
    if (!/^(value|note):/.test(event.target.name) || event.target.readOnly) return;
    (event.target.closest("tr[data-held]") ? held : dirty).add(event.target);
    if (state.dataset.tone) keepHere();
    else grid.notice(grid.words.unsaved);
  });
  form.addEventListener("change", function () { if (dirty.size) grid.saveSoon(); });
  window.setInterval(function () { if (!sending) grid.save(); }, EVERY);
  window.addEventListener("online", function () { grid.save(); });
  window.addEventListener("pagehide", function () { if (dirty.size || held.size) keepHere(); });
  window.addEventListener("beforeunload", function (event) {
    if (grid.isLeaving || grid.isClean()) return;
    event.preventDefault();
    event.returnValue = "";
  });
})(window.PortalGrid);
