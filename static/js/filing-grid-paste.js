/* The filing grid takes a block from WPS or Excel right and down from the focused cell, fills a value
   down, and takes either back in one step. */
(function (grid) {
  "use strict";

  if (!grid.form) return;
  var undo = grid.form.querySelector("[data-grid-undo]");
  var fill = grid.form.querySelector("[data-grid-fill]");
  var before = [];

  function writeAll(pairs) {
    var written = pairs.filter(function (pair) { return pair[0] && !pair[0].readOnly; });
    before = written.map(function (pair) { return [pair[0], pair[0].value]; });
    written.forEach(function (pair) { grid.write(pair[0], pair[1]); });
    undo.hidden = !before.length;
    return written.length;
  }

  function paste(input, block) {
    var place = grid.where(input), pairs = [];
    block.forEach(function (texts, down) {
      texts.forEach(function (text, right) {
        pairs.push([grid.at(place.row + down, place.column + right), text]);
      });
    });
    var written = writeAll(pairs), left = pairs.length - written;
    grid.notice(grid.say("pasted", written) + (left ? ";" + grid.say("left_out", left) : ""));
  }

  grid.form.addEventListener("paste", function (event) {
    var text = event.clipboardData && event.clipboardData.getData("text/plain");
    if (!text || !grid.isCell(event.target)) return;
    var block = grid.block(text);
    if (block.length === 1 && block[0].length === 1) return;
    event.preventDefault();
    paste(event.target, block);
    grid.saveSoon();
  });

  fill.addEventListener("click", function () {
    if (!grid.focused) return;
    var place = grid.where(grid.focused), text = grid.focused.value;
    var below = grid.cells.slice(place.row + 1).map(function (row) { return [row[place.column], text]; });
    grid.notice(grid.say("filled", writeAll(below)));
    grid.focused.focus();
    grid.saveSoon();
  });

  undo.addEventListener("click", function () {
    before.forEach(function (pair) { grid.write(pair[0], pair[1]); });
    before = [];
    undo.hidden = true;
    grid.notice(grid.words.undone);
    grid.saveSoon();
  });
  fill.hidden = false;
})(window.PortalGrid);
