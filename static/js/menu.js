/* The menu button. Wide window: hides and shows the side menu and remembers it in a cookie, so that
   the server draws the next page right at once. Narrow window: opens the menu as a drawer.
   Without this file the button is a link to the menu page. */
(function () {
  "use strict";

  var button = document.querySelector("[data-portal-menu]");
  var menu = document.getElementById("side-menu");
  if (!button || !menu) return;

  var body = document.body;
  var narrow = window.matchMedia("(max-width: 991.98px)");

  function tell() {
    var open = narrow.matches
      ? body.classList.contains("menu-open")
      : !body.classList.contains("menu-collapsed");
    button.setAttribute("aria-expanded", String(open));
  }

  function remember(collapsed) {
    var secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = "menu=" + (collapsed ? "closed" : "open") +
      "; Path=/; Max-Age=31536000; SameSite=Lax" + secure;
  }

  function openDrawer() {
    body.classList.add("menu-open");
    tell();
    var first = menu.querySelector("button, a");
    if (first) first.focus();
  }

  function closeDrawer() {
    if (!body.classList.contains("menu-open")) return;
    body.classList.remove("menu-open");
    tell();
    button.focus();
  }

  function toggle(event) {
    event.preventDefault();
    if (narrow.matches) {
      openDrawer();
      return;
    }
    remember(body.classList.toggle("menu-collapsed"));
    tell();
  }

  button.setAttribute("role", "button");
  button.setAttribute("aria-controls", "side-menu");
  button.addEventListener("click", toggle);
  button.addEventListener("keydown", function (event) {
    if (event.key === " ") toggle(event);
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-portal-menu-close]")) closeDrawer();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closeDrawer();
  });
  menu.addEventListener("focusout", function (event) {
    var outside = event.relatedTarget && !menu.contains(event.relatedTarget);
    if (outside && narrow.matches) closeDrawer();
  });
  if (narrow.addEventListener) narrow.addEventListener("change", tell);
  tell();
})();
