/* A read-only field marked data-portal-copy-source gets a button that copies it. */
(function () {
  "use strict";

  function addButton(field) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm mt-2";
    button.textContent = "复制";
    button.addEventListener("click", function () {
      copy(field).then(function () {
        button.textContent = "已复制";
        window.setTimeout(function () { button.textContent = "复制"; }, 2000);
      });
    });
    field.insertAdjacentElement("afterend", button);
  }

  function copy(field) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(field.value);
    }
    field.select();
    document.execCommand("copy");
    return Promise.resolve();
  }

  document.querySelectorAll("[data-portal-copy-source]").forEach(addButton);
})();
