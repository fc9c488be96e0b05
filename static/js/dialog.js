/* A link marked data-portal-dialog="id" opens that <dialog>; where the browser has no dialogs the
   link simply leads to its full page. */
(function () {
  "use strict";

  if (!window.HTMLDialogElement) return;

  document.addEventListener("click", function (event) {
    var opener = event.target.closest("[data-portal-dialog]");
    var dialog = opener && document.getElementById(opener.dataset.portalDialog);
    if (dialog) {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    var close = event.target.closest("[data-portal-dialog-close]");
    if (close) {
      event.preventDefault();
      close.closest("dialog").close();
    }
  });
})();
