/* Opens the local Swagger UI or Redoc on the API's own description. */
(function () {
  "use strict";

  var swagger = document.querySelector("[data-portal-swagger]");
  if (swagger && window.SwaggerUIBundle) {
    window.SwaggerUIBundle({
      url: swagger.dataset.portalSwagger,
      domNode: swagger,
      deepLinking: true,
      filter: true,
      persistAuthorization: false,
      validatorUrl: null,
      layout: "BaseLayout",
      presets: [window.SwaggerUIBundle.presets.apis],
    });
  }
  var redoc = document.querySelector("[data-portal-redoc]");
  if (redoc && window.Redoc) {
    window.Redoc.init(redoc.dataset.portalRedoc, { disableSearch: true }, redoc);
  }
})();
