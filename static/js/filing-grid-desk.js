/* The filing grid is written in one tab: a second one only reads, and says who writes, until its
   person takes over. A tab keeps its name when it is loaded again; a duplicated tab gets another. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var form = grid.form, box = form.querySelector("[data-grid-locked]");

  function tabName() {
    var name = sessionStorage.getItem("filing-tab");
    if (!name || sessionStorage.getItem("filing-tab-free") !== "yes") {
      name = Array.from(crypto.getRandomValues(new Uint8Array(12)), function (one) {
        return ("0" + one.toString(16)).slice(-2);
      }).join("");
    }
    sessionStorage.setItem("filing-tab", name);
    sessionStorage.setItem("filing-tab-free", "no");
    return name;
  }

  function sit(more) {
    return grid.post(form.dataset.desk, new URLSearchParams(Object.assign({ tab: grid.tab }, more)), "application/x-www-form-urlencoded");
  }

  grid.lock = function (words) {
    grid.isLocked = true;
    grid.cells.forEach(function (row) { row.forEach(function (cell) { cell.readOnly = true; }); });
    form.querySelectorAll("button[type='submit'], button[name='confirm'], [data-grid-fill], [data-grid-undo]").forEach(function (one) { one.disabled = true; });
    box.querySelector("p").textContent = words;
    box.hidden = false;
  };

  box.querySelector("button").addEventListener("click", function () {
    sit({ take_over: "1" }).then(function (answer) { if (answer.ok) location.reload(); });
  });

  try { grid.tab = tabName(); } catch (closed) { grid.tab = "page"; }
  form.elements.namedItem("tab").value = grid.tab;
  window.addEventListener("pagehide", function () {
    var leave = { tab: grid.tab, leave: "1", csrfmiddlewaretoken: form.elements.namedItem("csrfmiddlewaretoken").value };
    try { sessionStorage.setItem("filing-tab-free", "yes"); } catch (closed) { /* Tabs have no names here. */ }
    if (!grid.isLocked) navigator.sendBeacon(form.dataset.desk, new URLSearchParams(leave));
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });

  // Nothing is saved before: an answer that came after the first save would put an older copy back.
  grid.seated = sit({}).then(function (answer) {
    if (answer.status !== 409) return grid.restore();
    return answer.json().then(function (body) { grid.lock(body.message + body.hint); });
  }, grid.restore).catch(function () { /* An answer that cannot be read changes nothing. */ }).then(function () {
    grid.isSeated = true;
  });
})(window.PortalGrid);
