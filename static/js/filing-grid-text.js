/* The filing grid: what a typed text means, as far as a browser must know it. The server decides. */
window.PortalGrid = {};
(function (grid) {
  "use strict";

  var SCALES = { "百": 100, "千": 1000, "万": 1e4, "亿": 1e8 };
  var NUMBER = /^[¥]?\s*(-?\d[\d,]*(?:\.\d+)?)\s*([百千万亿]?)[^\d.,]{0,6}$/;
  var form = document.querySelector("[data-portal-grid]");
  if (!form) return;

  grid.form = form;
  grid.words = JSON.parse(document.getElementById("grid-words").textContent);

  grid.say = function (word, value) { return grid.words[word].replace("%s", value); };

  // NaN for what is no number; full-width digits, separators, 万 and unit words are read.
  grid.number = function (text) {
    var found = NUMBER.exec(text.normalize("NFKC").trim());
    return found ? Number(found[1].replace(/,/g, "")) * (SCALES[found[2]] || 1) : NaN;
  };

  grid.same = function (one, other) {
    return one.trim() === other.trim() || grid.number(one) === grid.number(other);
  };

  grid.inWan = function (text) {
    var yuan = grid.number(text);
    if (!(Math.abs(yuan) >= 1000)) return "";
    return grid.say("echo", (yuan / 1e4).toLocaleString("zh-CN", { maximumFractionDigits: 6 }));
  };

  // A block as WPS and Excel put it on the clipboard: rows, tabs, quotes around broken lines.
  grid.block = function (text) {
    var rows = [[]], cell = "", quoted = false;
    for (var at = 0; at < text.length; at += 1) {
      var sign = text[at];
      if (quoted && sign === "\"" && text[at + 1] === "\"") { cell += sign; at += 1; }
      else if (quoted) { if (sign === "\"") quoted = false; else cell += sign; }
      else if (sign === "\"" && !cell) quoted = true;
      else if (sign === "\t" || sign === "\n") {
        rows[rows.length - 1].push(cell.trim());
        cell = "";
        if (sign === "\n") rows.push([]);
      } else if (sign !== "\r") cell += sign;
    }
    rows[rows.length - 1].push(cell.trim());
    if (rows.length > 1 && rows[rows.length - 1].join("") === "") rows.pop();
    return rows;
  };
})(window.PortalGrid);
