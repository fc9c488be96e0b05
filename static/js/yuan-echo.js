/* A large amount typed into a field marked data-portal-yuan is told once more in 万元 below it. */
(function () {
  "use strict";

  var SCALES = { "百": 100, "千": 1000, "万": 10000, "亿": 100000000 };

  function amount(text) {
    var found = /^\s*(-?[\d,]+(?:\.\d+)?)\s*([百千万亿]?)元?\s*$/.exec(text);
    return found ? Number(found[1].replace(/,/g, "")) * (SCALES[found[2]] || 1) : NaN;
  }

  function echo(field) {
    var place = document.getElementById(field.id + "_echo");
    var yuan = amount(field.value);
    if (!place) return;
    place.textContent = Math.abs(yuan) >= 10000
      ? "= " + (yuan / 10000).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 }) + " 万元"
      : "";
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("[data-portal-yuan]")) echo(event.target);
  });
})();
