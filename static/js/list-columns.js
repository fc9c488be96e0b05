/* Buttons that move a column up and down in the settings; without them the place is typed. */
(function () {
  "use strict";

  function button(sign, words, name) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", words + " " + name);
    made.dataset.portalMove = sign;
    return made;
  }

  function number(list) {
    Array.from(list.children).forEach(function (item, place) {
      item.querySelector("input[name^='place_']").value = place + 1;
      item.querySelector("[data-portal-move='↑']").disabled = place === 0;
      item.querySelector("[data-portal-move='↓']").disabled = place === list.children.length - 1;
    });
  }

  function prepare() {
    document.querySelectorAll("[data-portal-list-columns]").forEach(function (list) {
      if (list.querySelector("[data-portal-move]")) return;
      Array.from(list.children).forEach(function (item) {
        var name = item.textContent.trim();
        item.querySelector("input[name^='place_']").hidden = true;
        item.appendChild(button("↑", list.dataset.up, name));
        item.appendChild(button("↓", list.dataset.down, name));
      });
      number(list);
    });
  }

  document.addEventListener("click", function (event) {
    var pressed = event.target.closest("[data-portal-move]");
    if (!pressed) return;
    var item = pressed.closest("li");
    var upward = pressed.dataset.portalMove === "↑";
    var other = upward ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    item.parentNode.insertBefore(upward ? item : other, upward ? other : item);
    number(item.parentNode);
    (pressed.disabled ? item.querySelector("[data-portal-move]:not([disabled])") : pressed).focus();
  });

  document.addEventListener("htmx:afterSwap", prepare);
  prepare();
})();
