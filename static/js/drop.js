/* Header menus are <details>; this closes them on Escape, on a click elsewhere and when left. */
(function () {
  "use strict";

  function closeAll(except) {
    document.querySelectorAll("details.drop[open]").forEach(function (drop) {
      if (drop !== except) drop.open = false;
    });
  }

  document.addEventListener("click", function (event) {
    closeAll(event.target.closest("details.drop"));
  });

  document.addEventListener("focusin", function (event) {
    closeAll(event.target.closest("details.drop"));
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var drop = document.activeElement && document.activeElement.closest("details.drop[open]");
    closeAll(null);
    if (drop) drop.querySelector("summary").focus();
  });
})();
