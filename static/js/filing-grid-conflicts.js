/* The filing grid: villages that somebody else changed meanwhile are held back, with a way to the
   page that shows both texts side by side. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var form = grid.form, place = form.querySelector("[data-grid-conflicts]");

  function hidden(name, value) {
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    return field;
  }

  // What I typed and what I had seen, on their way to the page of the village.
  function compare(one) {
    var made = document.createElement("form");
    made.method = "post";
    made.action = one.url;
    made.append(hidden("csrfmiddlewaretoken", grid.field("csrfmiddlewaretoken").value));
    made.append(hidden("version:" + one.code, grid.version(one.code).value));
    form.querySelectorAll("input[name^='value:" + one.code + ":']").forEach(function (field) {
      made.append(hidden(field.name, field.value));
      made.append(hidden(field.name.replace("value:", "seen:"), field.defaultValue));
    });
    document.body.append(made);
    grid.letGo(one.code);
    grid.isLeaving = true;
    made.submit();
  }

  function button(one) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm";
    made.textContent = grid.say("compare", one.name + ":" + one.why);
    made.addEventListener("click", function () { compare(one); });
    return made;
  }

  grid.showConflicts = function (found) {
    grid.notice(grid.say("conflict", found.map(function (one) { return one.name; }).join("、")), "bad");
    found.forEach(function (one) {
      form.querySelector("tr[data-code='" + one.code + "']").dataset.held = "";
      place.append(button(one));
    });
    place.hidden = false;
  };
})(window.PortalGrid);
