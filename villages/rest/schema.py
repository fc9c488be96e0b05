"""The OpenAPI 3.1 description, written from the same declarations that answer requests."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent

from villages.rest import shapes
from villages.rest.operations import Operation
from villages.rest.parameters import of_item, of_list, of_path
from villages.rest.problem_kinds import KINDS

MEDIA = (
    ("text/csv", {"type": "string"}),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", shapes.BINARY),
    ("application/x-ndjson", {"type": "string"}),
)
SHARED = frozenset(
    {"If-Match", "If-None-Match", "Idempotency-Key", "brief", "limit", "cursor", "count", "format"}
)
ALWAYS = (400, 401, 403, 405, 406, 429)
UNSAFE = (409, 413, 415)


class ResourceSchema(AutoSchema):
    """Describes a view by its `operations` and, for a resource, by its fields."""

    view: Any

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> dict[str, Any] | None:
        """One operation; None leaves the address out of the schema."""
        self.registry, self.path, self.method = registry, path, method.upper()
        action = self.view.action or method.lower()
        described: Operation | None = self.view.operations.get(action)
        if described is None:
            return None
        return self._written(described, action)

    def _written(self, described: Operation, action: str) -> dict[str, Any]:
        operation: dict[str, Any] = {
            "operationId": described.id,
            "summary": described.summary,
            "x-label-zh": str(described.summary_zh),
            "tags": [self.view.key or "meta"],
            "parameters": self._parameters(described, action),
            "responses": self._responses(described, action),
        }
        if described.public:
            operation["security"] = []
        if described.body:
            operation["requestBody"] = {"required": True, "content": self._body(described)}
        if not operation["parameters"]:
            del operation["parameters"]
        return operation

    def _body(self, described: Operation) -> dict[str, Any]:
        made = described.whole_body or shapes.body(described.inputs)
        if described.upload:
            made = shapes.with_file(made, described.upload)
        media = "multipart/form-data" if described.upload else "application/json"
        return {media: {"schema": self._component(described.body, made)}}

    def _parameters(self, described: Operation, action: str) -> list[dict[str, Any]]:
        found = of_path(self.view, self.path)
        if action == "list" and hasattr(self.view, "reader"):
            found += of_list(self.view)
        elif action == "retrieve" and hasattr(self.view, "reader") and described.schema is None:
            found += of_item(self.view)
        found += list(described.parameters)
        if self.method == "GET" and not described.public:
            found.append(shapes.IF_NONE_MATCH)
        if described.matches:
            found.append(shapes.IF_MATCH)
        if described.repeatable:
            found.append(shapes.IDEMPOTENCY_KEY)
        return [self._parameter(one) for one in found]

    def _parameter(self, one: dict[str, Any]) -> dict[str, Any]:
        """What every list or write has alike stands once in the document."""
        if one["name"] not in SHARED:
            return one
        name = one["name"].title().replace("-", "")
        return self._shared(ResolvedComponent.PARAMETER, name, one)

    def _header(self, name: str, one: dict[str, Any]) -> dict[str, Any]:
        """Location says two things; all others are the same everywhere."""
        if name == "Location":
            return one
        return self._shared(ResolvedComponent.HEADER, name.replace("-", ""), one)

    def _responses(self, described: Operation, action: str) -> dict[str, Any]:
        answer: dict[str, Any] = {"description": described.summary}
        if content := self._content(described, action):
            answer["content"] = content
            found = shapes.headers(described.status, "list" if action == "list" else "")
            answer["headers"] = {name: self._header(name, one) for name, one in found.items()}
        responses: dict[str, Any] = {str(described.status): answer}
        if self.method == "GET" and not described.public:
            responses["304"] = {"description": "Not modified: the client has this answer already."}
        for status in sorted(self._problems(described)):
            responses[str(status)] = self._problem(status)
        responses["default"] = self._problem(500)
        return responses

    def _problems(self, described: Operation) -> set[int]:
        found = {*ALWAYS, *described.problems}
        if self.method != "GET":
            found.update(UNSAFE)
        if "{" in self.path or hasattr(self.view, "reader"):
            found.add(404)
        if described.matches:
            found.update({412, 428})
        if described.repeatable:
            found.add(422)
        return found

    def _problem(self, status: int) -> dict[str, Any]:
        said = next((k.title.en for k in KINDS.values() if k.status == status), "Problem")
        schema = self._component("Problem", shapes.problem())
        content = {"application/problem+json": {"schema": schema}}
        made = {"description": said, "content": content}
        return self._shared(ResolvedComponent.RESPONSE, f"Problem{status}", made)

    def _content(self, described: Operation, action: str) -> dict[str, Any]:
        if described.media:
            return {described.media: {"schema": shapes.BINARY}}
        if described.schema is not None and described.answer:
            named = self._component(described.answer, described.schema)
            return {"application/json": {"schema": named}}
        if described.schema is not None:
            return {"application/json": {"schema": described.schema}}
        if described.answer:
            schema = self._component(described.answer, shapes.object_of(described.fields))
            return {"application/json": {"schema": schema}}
        if action not in {"list", "retrieve"} or not hasattr(self.view, "reader"):
            return {}
        item = self._item()
        if action == "retrieve":
            return {"application/json": {"schema": item}}
        page = self._component(f"{self.view.component}Page", shapes.page(item))
        kinds = {media: {"schema": schema} for media, schema in MEDIA}
        return {"application/json": {"schema": page}, **kinds}

    def _item(self) -> Any:
        """The object, with every field optional: `fields` and `omit` may leave any out."""
        expanded = {
            one.name: self._component(one.component, shapes.object_of(one.fields))
            for one in self.view.expands
        }
        made = shapes.object_of(self.view.fields, expanded, required=False)
        return self._component(self.view.component, made)

    def _component(self, name: str, schema: dict[str, Any]) -> dict[str, str]:
        return self._shared(ResolvedComponent.SCHEMA, name, schema)

    def _shared(self, kind: str, name: str, schema: dict[str, Any]) -> dict[str, str]:
        """A part of the document that others refer to."""
        found = ResolvedComponent(name, kind, schema=schema, object=name)  # type: ignore[no-untyped-call]
        self.registry.register_on_missing(found)
        return {"$ref": f"#/components/{kind}/{name}"}
