"""The one exception that carries a message to a person."""


class DomainError(Exception):
    """A refusal that a person can act on.

    `code` is stable for programs, `message` says what is wrong and where, `hint` says what to
    do next. `fields` maps input names to their own messages, so that a form or an API answer
    can point at the place.
    """

    def __init__(self, code: str, message: str, hint: str = "", **fields: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.fields = fields

    def __str__(self) -> str:
        return f"{self.message}{self.hint}"
