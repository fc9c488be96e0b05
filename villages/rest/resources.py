"""A resource: fields declared once, read through `visible_to()` in one place, paged by key."""

from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from rest_framework.request import Request
from rest_framework.viewsets import ViewSetMixin

from villages.rest import exports
from villages.rest.answers import respond
from villages.rest.fields import Expand, Field, Filter
from villages.rest.limits import EXPORT, spend
from villages.rest.operations import Operation
from villages.rest.paging import Walk, links
from villages.rest.query import Query, Reader, conditions_of
from villages.rest.rows import builder, paths
from villages.rest.views import ApiView


class Resource(ViewSetMixin, ApiView):  # type: ignore[misc]
    """Base of a readable resource; a subclass declares, and adds writes as methods.

    `model` has a manager whose rows know `visible_to(user)`. `identity` is the unique field that
    stands in addresses. `component` names the object in the schema. `ordering` is the order
    while nobody asks for another; the identity makes every order total. `version_path` makes
    ETags carry the version that writes must name; `modified_path` gives Last-Modified.
    """

    model: ClassVar[Any]
    component: ClassVar[str] = ""
    fields: ClassVar[tuple[Field, ...]] = ()
    filters: ClassVar[tuple[Filter, ...]] = ()
    expands: ClassVar[tuple[Expand, ...]] = ()
    identity: ClassVar[str] = "uid"
    ordering: ClassVar[tuple[str, ...]] = ()
    version_path: ClassVar[str] = ""
    modified_path: ClassVar[str] = ""
    reader: ClassVar[Reader]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Compiles the declaration; a mistake in it fails at import."""
        super().__init_subclass__(**kwargs)
        if not cls.fields:
            return
        conditions = conditions_of(cls.fields, cls.filters)
        cls.reader = Reader(cls.fields, cls.expands, conditions, cls.ordering or (cls.identity,))
        cls.lookup_field = cls.identity  # type: ignore[attr-defined]
        cls.lookup_value_regex = cls.identity_field().pattern.strip("^$") or "[^/]+"  # type: ignore[attr-defined]
        cls.operations = {**_reads(cls), **cls.operations}

    @classmethod
    def identity_field(cls) -> Field:
        """The field that stands in addresses."""
        return next(field for field in cls.fields if field.name == cls.identity)

    def rows(self, request: Request) -> Any:
        """The rows this person may see: the one place where territory is applied."""
        return self.model.objects.visible_to(request.user)

    def listed(self, request: Request) -> Any:
        """The rows a list begins with; a subclass may leave out what only an address reaches."""
        return self.rows(request)

    def one(self, request: Request, **where: Any) -> Any:
        """The visible object as a model instance, for writes; 404 otherwise."""
        field = self.identity_field()
        found = self.rows(request).filter(**{field.path: where[self.identity]}).first()
        if found is None:
            raise Http404
        return found

    def list(self, request: Request, **where: Any) -> HttpResponse:
        """One page, or all rows as a file."""
        query = self.reader.listing(request.query_params)
        rows = query.narrow(self.listed(request))
        walk = Walk(request._request, query, self.fields, self.identity)
        kind = str(request.accepted_renderer.format)
        if kind != "json":
            return self._export(request, kind, walk, rows)
        page = walk.page(rows)
        body: dict[str, Any] = {"next": page.next, "prev": page.previous, "results": page.results}
        if query.counted:
            body["count"] = rows.count()
        return respond(request._request, body, headers=links(page))

    def retrieve(self, request: Request, **where: Any) -> HttpResponse:
        """One object."""
        query = self.reader.item(request.query_params)
        return self.show(request, where[self.identity], query)

    def show(self, request: Request, identity: str, query: Query, **options: Any) -> HttpResponse:
        """The object with this identity as an answer: one query."""
        extra = [path for path in (self.version_path, self.modified_path) if path]
        read = paths(query.fields, query.expands, extra)
        rows = self.rows(request).filter(**{self.identity_field().path: identity})
        found = rows.values_list(*read).first()
        if found is None:
            raise Http404
        tail = iter(found[len(found) - len(extra) :])
        return respond(
            request._request,
            builder(query.fields, query.expands)(found),
            version=next(tail) if self.version_path else None,
            modified=next(tail) if self.modified_path else None,
            **options,
        )

    def _export(self, request: Request, kind: str, walk: Walk, rows: Any) -> HttpResponse:
        found = exports.rows_of(walk, rows)
        title = str(self.label_zh)
        body = exports.write(kind, title, walk, found)
        if kind != "jsonl" or len(found) > exports.READ_ROWS:
            if kind == "jsonl":
                spend(request, EXPORT)
            exports.trace(request, kind, self.key, title, len(found), body)
        return exports.send(request._request, kind, self.key, body)


def _reads(resource: type[Resource]) -> dict[str, Operation]:
    """The two reads that every resource has."""
    name, zh = resource.key.replace("-", "_"), str(resource.label_zh)
    return {
        "list": Operation(f"{name}_list", f"List {resource.label_en}", f"{zh}列表"),
        "retrieve": Operation(
            f"{name}_read", f"Read one {resource.component.lower()}", f"{zh}详情", problems=(404,)
        ),
    }
