/* A select marked data-portal-autosubmit sends its form on change; the form keeps its button for
   keyboards and for browsers without scripts. */
(function () {
  "use strict";

  document.addEventListener("change", function (event) {
    var field = event.target.closest("[data-portal-autosubmit]");
    if (field && field.form) field.form.requestSubmit ? field.form.requestSubmit() : field.form.submit();
  });
})();
