/* Fills the page's form with what was kept from an ended session; it never submits by itself. */
(function () {
  "use strict";

  var box = document.querySelector("[data-portal-kept]");
  var source = document.getElementById("kept-fields");
  if (!box || !source) return;

  function fill(control, values) {
    if (control.type === "file" || control.type === "hidden" || control.type === "password") return false;
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = values.indexOf(control.value) !== -1;
    } else if (control.type === "select-multiple") {
      Array.prototype.forEach.call(control.options, function (option) {
        option.selected = values.indexOf(option.value) !== -1;
      });
    } else {
      control.value = values[0];
    }
    control.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  var fields = JSON.parse(source.textContent);
  var filled = 0;
  document.querySelectorAll("main form[method=post]").forEach(function (form) {
    Array.prototype.forEach.call(form.elements, function (control) {
      if (control.name && Object.prototype.hasOwnProperty.call(fields, control.name)) {
        if (fill(control, fields[control.name])) filled += 1;
      }
    });
  });
  if (!filled) return;
  box.querySelector("[data-portal-kept-note]").hidden = true;
  box.querySelector("[data-portal-kept-done]").hidden = false;
})();
