"""From the words of a ledger to posts: `党支部书记、村委会主任` are two."""

import re
from dataclasses import dataclass

from cadres.choices import Duty, Post

_BETWEEN = re.compile(r"[、，,;；/\\+＋&\s]+|兼任?|[和及暨]")
_BRACKETS = re.compile(r"[（(]([^（）()]*)[)）]")
_DUTIES = {
    "组织": Duty.ORGANIZATION,
    "宣传": Duty.PUBLICITY,
    "纪检": Duty.DISCIPLINE,
    "纪律": Duty.DISCIPLINE,
    "统战": Duty.UNITED_FRONT,
}
# The first pattern that is found decides: 第一书记 before 书记, 副主任 before 主任. A pattern
# without posts is a word that the ledger does not count.
_POSTS: tuple[tuple[str, tuple[Post, ...]], ...] = (
    ("一肩挑", (Post.SECRETARY, Post.DIRECTOR)),
    ("第一书记", (Post.FIRST_SECRETARY,)),
    ("工作队(?:员|队员|成员|队长)", (Post.TEAM_MEMBER,)),
    ("助理|选调生|大学生|村官", (Post.ASSISTANT,)),
    ("后备", (Post.RESERVE,)),
    ("团(?:支部|总支|委)?书记|团支书", (Post.YOUTH_SECRETARY,)),
    ("副书记", (Post.DEPUTY_SECRETARY,)),
    ("书记|支书", (Post.SECRETARY,)),
    ("监(?:督|委).*主任", (Post.SUPERVISION_CHAIR,)),
    ("监(?:督|委)", (Post.SUPERVISION_MEMBER,)),
    ("妇.*(?:副|委员|成员)", ()),
    ("妇.*(?:主席|主任|主委)", (Post.WOMEN_CHAIR,)),
    ("民兵", (Post.MILITIA_HEAD,)),
    ("网格", (Post.GRID_WORKER,)),
    ("(?:小组|组)长", (Post.GROUP_LEADER,)),
    ("文书|会计|报账|出纳", (Post.CLERK,)),
    ("副主任", (Post.DEPUTY_DIRECTOR,)),
    ("主任", (Post.DIRECTOR,)),
    ("村(?:民)?委", (Post.VILLAGER_COMMITTEE_MEMBER,)),
    ("(?:组织|宣传|纪检|纪律|统战).*委员|支部委员|支委|总支委员|党委委员|党组织委员",
     (Post.PARTY_COMMITTEE_MEMBER,)),
    ("^委员$|两委(?:委员|成员|干部)", (Post.VILLAGER_COMMITTEE_MEMBER,)),
)  # fmt: skip
_ORDER = {post: place for place, post in enumerate(Post)}


@dataclass(frozen=True)
class Held:
    """A post and, for committee members, its field."""

    post: str
    duty: str = ""

    def __str__(self) -> str:
        field = str(Duty(self.duty).label) if self.duty else ""
        label = str(Post(self.post).label)
        return f"{label}({field})" if field else label


@dataclass(frozen=True)
class Posts:
    """All posts of a person in a village, each once, in the order in which posts are named."""

    held: tuple[Held, ...]

    @classmethod
    def of(cls, held: "list[Held] | tuple[Held, ...]") -> "Posts":
        """Equal sets of posts are equal, whatever order they were written in."""
        unique = set(held)
        return cls(tuple(sorted(unique, key=lambda one: (_ORDER[Post(one.post)], one.duty))))

    def __str__(self) -> str:
        return "、".join(str(one) for one in self.held)


def posts_in(words: str) -> Posts | None:
    """The posts that a cell names; None where a part of it names none that is known."""
    parts = [part for part in _BETWEEN.split(_BRACKETS.sub(_outside, words)) if part]
    found = [_posts_of(part) for part in parts]
    if not parts or not all(found):
        return None
    return Posts.of([one for held in found for one in held])


def _outside(match: re.Match[str]) -> str:
    """书记（兼主任） names two posts; in 支部委员（组织） the bracket tells the field."""
    inside = match[1].removeprefix("兼")
    return f"、{inside}" if _posts_of(inside) else match[0]


def _posts_of(part: str) -> tuple[Held, ...]:
    for pattern, posts in _POSTS:
        if re.search(pattern, part):
            duty = _duty_of(part) if posts == (Post.PARTY_COMMITTEE_MEMBER,) else ""
            return tuple(Held(str(post), duty) for post in posts)
    return ()


def _duty_of(part: str) -> str:
    return next((str(duty) for word, duty in _DUTIES.items() if word in part), "")
