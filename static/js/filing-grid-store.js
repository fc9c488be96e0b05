/* The filing grid: what waits for the server is kept in this browser, under a name without any
   person, and put back when the grid is opened again. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var KEPT_FOR = 7 * 86400000, form = grid.form;

  grid.field = function (name) { return form.elements.namedItem(name); };
  grid.version = function (code) { return grid.field("version:" + code); };

  // Fields by village, as the server takes them.
  function grouped(fields, kind) {
    var found = {};
    fields.forEach(function (field) {
      var parts = field.name.split(":");
      if (parts[0] !== kind) return;
      found[parts[1]] = found[parts[1]] || {};
      found[parts[1]][parts.slice(2).join(":")] = field.value;
    });
    return found;
  }

  grid.message = function (fields) {
    var versions = {};
    fields.forEach(function (field) {
      versions[grid.code(field)] = Number(grid.version(grid.code(field)).value);
    });
    return { tab: grid.tab, typed: grouped(fields, "value"), notes: grouped(fields, "note"), versions: versions };
  };

  grid.keepHere = function (fields) {
    try {
      if (!fields.length) return localStorage.removeItem(form.dataset.keep);
      var copy = grid.message(fields);
      delete copy.tab;
      copy.at = Date.now();
      localStorage.setItem(form.dataset.keep, JSON.stringify(copy));
    } catch (full) { /* A browser without storage still has the cells. */ }
  };

  function kept() {
    try {
      var copy = JSON.parse(localStorage.getItem(form.dataset.keep));
      return copy && Date.now() - copy.at < KEPT_FOR ? copy : null;
    } catch (broken) { return null; }
  }

  function putBack(copy, part, kind) {
    Object.keys(copy[part]).forEach(function (code) {
      Object.keys(copy[part][code]).forEach(function (key) {
        var field = grid.field(kind + ":" + code + ":" + key);
        if (!field || field.readOnly || grid.isWaiting(field)) return;
        field.value = copy[part][code][key];
        grid.version(code).value = copy.versions[code];
      });
    });
  }

  // Fills in what was kept, and tells of every field that differs from what the server sent; what
  // the person has typed or confirmed since the page came is newer.
  grid.restore = function () {
    var copy = kept(), found = 0;
    if (copy) {
      putBack(copy, "typed", "value");
      putBack(copy, "notes", "note");
    }
    form.querySelectorAll("input[name^='value:'], input[name^='note:']").forEach(function (field) {
      if (field.readOnly || field.value === field.defaultValue || grid.isWaiting(field)) return;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      found += 1;
    });
    if (!found) return grid.keepWaiting();
    grid.notice(grid.words.restored);
    grid.saveSoon();
  };
})(window.PortalGrid);
