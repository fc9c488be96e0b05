"""The usual rubric of a contest: name, whether it is scored at the speech, points."""

ASPECTS = (
    ("党建引领", False, 15),
    ("班子和队伍", False, 10),
    ("集体经济", False, 15),
    ("村庄环境", False, 10),
    ("乡村治理", False, 10),
    ("工作思路", True, 15),
    ("比上期的进步", True, 15),
    ("演说效果", True, 10),
)
