"""The one way in which a start is refused."""


class Refusal(Exception):  # noqa: N818 - a refusal to start is an answer, not a programming error
    """A start or a set-up cannot go on; the text is one Chinese sentence: what and what to do."""


FULL_DISK = (
    "磁盘空间不足：{folder} 所在磁盘已满，"
    "请至少腾出 {needed} MB，或用 PORTAL_DATA 指向另一块磁盘，再重新启动。"
)
