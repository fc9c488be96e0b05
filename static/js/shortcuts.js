/* Keyboard: / and Ctrl+K search, g then a letter goes to a page, ? opens the list, Ctrl+S saves and
   Ctrl+Enter submits the form in which one types. Single keys never fire in inputs, while composing
   Chinese, or when the person has switched them off (data-portal-shortcuts="off" on body). */
(function () {
  "use strict";

  var singleKeys = document.body.dataset.portalShortcuts !== "off";
  var waitingForSecond = 0;

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  function focusSearch(event) {
    var box = document.querySelector("[data-portal-search]");
    if (!box) return;
    event.preventDefault();
    if (box.offsetParent === null) {
      location.assign(box.form.action);
      return;
    }
    box.focus();
    box.select();
  }

  function press(selector, event) {
    var target = document.querySelector(selector);
    if (!target) return;
    event.preventDefault();
    target.click();
  }

  function submit(event, name) {
    var form = event.target.closest && event.target.closest("form");
    var button = form && form.querySelector(name);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  function withControl(event) {
    if (event.key === "k") focusSearch(event);
    if (event.key === "Enter") submit(event, "[type='submit']");
    if (event.key === "s") submit(event, "[data-portal-save], [type='submit']");
  }

  function single(event) {
    if (Date.now() - waitingForSecond < 1500) {
      waitingForSecond = 0;
      press("a[data-portal-go='" + CSS.escape(event.key) + "']", event);
      return;
    }
    if (event.key === "g") waitingForSecond = Date.now();
    if (event.key === "/") focusSearch(event);
    if (event.key === "?") press("[data-portal-shortcut-help]", event);
  }

  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229 || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      withControl(event);
      return;
    }
    if (singleKeys && !typing(event.target)) single(event);
  });
})();
