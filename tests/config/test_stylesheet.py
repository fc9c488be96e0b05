"""A style sheet loses rules no page can use, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.stylesheet import UnreadableError, names, trimmed

USED = {"btn", "card", "col-md-6", "w-1/2", "hover:open", "data-theme", "main", "spin", "1x"}


def left(css: str) -> str:
    return trimmed(css, USED.__contains__)


@pytest.mark.parametrize(
    "rule",
    [
        "a{color:red}",
        "*,::before{box-sizing:border-box}",
        ":root{--a:1}",
        ".btn{a:b}",
        ".btn:hover{a:b}",
        ".btn.card{a:b}",
        ".card>.btn+a{a:b}",
        "#main{a:b}",
        ".gone,.btn{a:b}",
        ".col-md-6{a:b}",
        r".w-1\/2{a:b}",
        r".hover\:open{a:b}",
        r".\31 x{a:b}",
        "[data-theme=dark] .btn{a:b}",
        "[hidden]{a:b}",
        'input[type="checkbox"]{a:b}',
        '[data-theme="}.gone{"]{a:b}',
        ".btn:not(.gone){a:b}",
        ".btn:not(:is(.gone)){a:b}",
        ":is(.gone,.btn) a{a:b}",
        ":where(.gone,:not(.lost)){a:b}",
        ".btn:nth-child(2n+1){a:b}",
        ".btn:has(>.gone,>a){a:b}",
        '.btn{content:"}"}',
        ".btn{background:url(data:image/svg+xml;utf8,{.gone})}",
        "@font-face{font-family:x}",
        "@page{margin:1cm}",
        "@property --x{syntax:'*';inherits:false}",
        '@charset "UTF-8";',
        "@media print{.btn{a:b}}",
        "@supports (a:b){@media (min-width:1px){.btn{a:b}}}",
    ],
)
def test_a_rule_that_may_be_needed_stays_letter_for_letter(rule: str) -> None:
    assert left(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".gone{a:b}",
        "a.gone{a:b}",
        ".btn .gone{a:b}",
        ".btn.gone:hover{a:b}",
        "#gone{a:b}",
        ".btn-gone{a:b}",
        ".gone,.lost{a:b}",
        r".w-1\/3{a:b}",
        r".\32 x{a:b}",
        "[data-gone] .btn{a:b}",
        "[ data-gone ]{a:b}",
        ":is(.gone,.lost) a{a:b}",
        ":where(.gone){a:b}",
        ":is(:is(.gone)) .btn{a:b}",
        ".btn:has(.gone){a:b}",
        ".gone:not(.btn){a:b}",
        '.gone{content:"}"}',
        "@media print{.gone{a:b}}",
        "@supports (a:b){@media (min-width:1px){.gone{a:b}}}",
    ],
)
def test_a_rule_no_page_can_use_goes(rule: str) -> None:
    assert left(f"a{{b:c}}{rule}i{{b:c}}") == "a{b:c}i{b:c}"


def test_a_group_keeps_the_rest_of_its_rules() -> None:
    assert left("@media print{.gone{a:b}.btn{a:b}.lost{a:b}}") == "@media print{.btn{a:b}}"


def test_key_frames_stay_while_something_plays_them() -> None:
    frames = "@keyframes turn{from{a:b}to{a:c}}"

    assert left(f".btn{{animation:turn 1s}}{frames}") == f".btn{{animation:turn 1s}}{frames}"
    assert left(f".gone{{animation:turn 1s}}{frames}") == ""
    assert left("@keyframes spin{from{a:b}}") == "@keyframes spin{from{a:b}}"


def test_a_licence_outlives_its_rule() -> None:
    assert left("/*! MIT *//* note */.gone{a:b}a{b:c}") == "/*! MIT */a{b:c}"


def test_comments_hide_what_looks_like_rules() -> None:
    assert left("/* .gone{ ' */.btn{a:b}") == "/* .gone{ ' */.btn{a:b}"


@pytest.mark.parametrize(
    "css",
    [".btn{a:b", "}", ".btn{a:b}}", '.btn{content:"}', "/* open", "words", ".btn:is(.a{a:b}"],
)
def test_what_cannot_be_read_is_refused(css: str) -> None:
    with pytest.raises(UnreadableError):
        left(css)


def test_all_names_are_told() -> None:
    css = r".a\/b,.c:not(.d) #e[data-f]{x:y}@media print{:is(.g,.h){x:y}}@keyframes i{to{x:y}}"

    assert names(css) == {"a/b", "c", "e", "data-f", "g", "h", "i"}


RULES = st.lists(st.sampled_from([".btn{a:b}", ".gone{a:b}", "@media x{.gone{a:b}.btn{a:b}}"]))


@given(RULES)
def test_trimming_twice_changes_nothing_more(rules: list[str]) -> None:
    css = "".join(rules)

    assert left(left(css)) == left(css)
    assert trimmed(css, lambda name: True) == css
