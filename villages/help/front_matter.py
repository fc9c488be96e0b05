"""The head of a help page: `key: value` lines between two lines of three dashes."""

FENCE = "---"


def split(source: str, name: str) -> tuple[dict[str, str], str]:
    """(the head's values, the text below it); ValueError names the page whose head is broken."""
    lines = source.splitlines()
    if not lines or lines[0].strip() != FENCE or FENCE not in lines[1:]:
        raise ValueError(f"{name}: the page must begin with a head between two lines of ---")
    end = lines.index(FENCE, 1)
    head = dict(_pair(line, name) for line in lines[1:end] if line.strip())
    return head, "\n".join(lines[end + 1 :]).strip()


def words(value: str) -> tuple[str, ...]:
    """The words of `[one, two]`; one word may stand without brackets."""
    parts = value.strip().removeprefix("[").removesuffix("]").split(",")
    return tuple(part.strip() for part in parts if part.strip())


def _pair(line: str, name: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        raise ValueError(f"{name}: the line “{line}” of the head has no colon")
    return key.strip(), value.strip()
