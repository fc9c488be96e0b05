"""How one action is described in the schema."""

from dataclasses import dataclass
from typing import Any

from villages.rest.fields import Field, Input


@dataclass(frozen=True)
class Operation:
    """One method of one address.

    `answer` is the component of the answer with its fields (None: no body); `body` the component
    of the request; with `upload` it is multipart/form-data and that member the file. `media` is
    the type of an answer that is no JSON. `whole_body` describes a body that no list of inputs
    can. `matches` asks for If-Match, `repeatable` offers
    Idempotency-Key, `versioned` promises an ETag with a version.
    """

    id: str
    summary: str
    summary_zh: Any
    answer: str = ""
    fields: tuple[Field, ...] = ()
    schema: dict[str, Any] | None = None
    body: str = ""
    inputs: tuple[Input, ...] = ()
    status: int = 200
    problems: tuple[int, ...] = ()
    matches: bool = False
    repeatable: bool = False
    parameters: tuple[dict[str, Any], ...] = ()
    public: bool = False
    upload: str = ""
    media: str = ""
    whole_body: dict[str, Any] | None = None
