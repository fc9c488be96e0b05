/* Loaded with nomodule: only browsers that know no modules (Internet Explorer mode) run it. */
(function () {
  var notice = document.getElementById("old-browser");
  if (notice) notice.removeAttribute("hidden");
})();
