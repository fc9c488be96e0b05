/* A file input marked data-portal-drop="bytes" also takes files that are dropped on the page or
   pasted, and cells copied from a spreadsheet; what cannot be sent is said before sending. */
(function () {
  "use strict";
  var PASTED = ".csv";

  function megabytes(bytes) {
    return bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + " KB" : (bytes / 1048576).toFixed(1) + " MB";
  }

  function quoted(cell) {
    return /[",\r\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
  }

  /* Tab-separated cells with quotes around what holds line breaks, as spreadsheets copy them. */
  function rowsOf(text) {
    var rows = [], row = [], cell = "", inside = false, start = true;
    for (var i = 0; i < text.length; i += 1) {
      var one = text[i];
      if (inside) {
        if (one !== '"') cell += one;
        else if (text[i + 1] === '"') { cell += one; i += 1; }
        else inside = false;
      } else if (one === '"' && start) { inside = true; start = false;
      } else if (one === "\t") { row.push(cell); cell = ""; start = true;
      } else if (one === "\n") { row.push(cell); rows.push(row); row = []; cell = ""; start = true;
      } else if (one !== "\r") { cell += one; start = false; }
    }
    if (cell || row.length) { row.push(cell); rows.push(row); }
    return rows;
  }

  function sheetOf(text, name) {
    var lines = rowsOf(text).map(function (row) { return row.map(quoted).join(","); });
    return new File(["\ufeff" + lines.join("\r\n") + "\r\n"], name + PASTED, { type: "text/csv" });
  }

  function carriesFiles(event) {
    var kinds = event.dataTransfer ? Array.prototype.slice.call(event.dataTransfer.types) : [];
    return kinds.indexOf("Files") >= 0;
  }

  function attach(input) {
    var zone = document.createElement("div");
    var said = document.createElement("p");
    var limit = Number(input.dataset.portalDrop);
    zone.className = "drop-zone";
    said.className = "drop-zone__said";
    said.setAttribute("role", "status");
    said.textContent = input.dataset.dropHint;
    input.parentNode.insertBefore(zone, input);
    zone.appendChild(input);
    zone.appendChild(said);

    function refusal(file) {
      var endings = input.accept.split(",");
      var fits = endings.some(function (one) { return file.name.toLowerCase().endsWith(one); });
      if (!fits) return input.dataset.dropKind;
      return file.size > limit ? input.dataset.dropLarge : "";
    }

    function show() {
      var file = input.files[0];
      var wrong = file ? refusal(file) : "";
      zone.classList.toggle("drop-zone--wrong", Boolean(wrong));
      said.textContent = file ? file.name + "(" + megabytes(file.size) + ")" + (wrong ? " " + wrong : "") : input.dataset.dropHint;
    }

    function take(file) {
      var carrier = new DataTransfer();
      carrier.items.add(file);
      input.files = carrier.files;
      show();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    input.addEventListener("change", show);
    document.addEventListener("dragover", function (event) {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      zone.classList.add("drop-zone--over");
    });
    document.addEventListener("dragleave", function (event) {
      if (!event.relatedTarget) zone.classList.remove("drop-zone--over");
    });
    document.addEventListener("drop", function (event) {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      zone.classList.remove("drop-zone--over");
      if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
    });
    document.addEventListener("paste", function (event) {
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || "") && event.target.type !== "file") return;
      var text = event.clipboardData.getData("text/plain");
      /* Spreadsheets put a picture beside the cells; the cells are what is meant. */
      if (text.indexOf("\t") >= 0) take(sheetOf(text, input.dataset.dropName));
      else if (event.clipboardData.files.length) take(event.clipboardData.files[0]);
      else return;
      event.preventDefault();
    });
  }

  if (typeof DataTransfer === "function") {
    document.querySelectorAll("input[type=file][data-portal-drop]").forEach(attach);
  }
})();
