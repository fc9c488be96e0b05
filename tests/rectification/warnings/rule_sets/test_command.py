"""`manage.py warning_rules`."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from rectification.warnings.models import RuleDraft
from rectification.warnings.rule_contents import default_content
from rectification.warnings.rule_files import from_toml
from villages.models import County


def rules(*args: str) -> str:
    out = StringIO()
    call_command("warning_rules", *args, stdout=out)
    return out.getvalue()


def test_export_change_compare_import(county: County, tmp_path: Path):
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    rules("export", "--out", str(first))
    second.write_text(
        first.read_text("utf-8").replace("red_wan = 5  # 全年", "red_wan = 3  # 全年")
    )

    assert from_toml(rules("export")) == default_content()
    assert rules("diff", "current", str(first)) == "两套规则完全相同。\n"
    with pytest.raises(SystemExit) as differs:
        rules("diff", str(first), str(second))
    said = rules("import", str(second))

    assert differs.value.code == 1
    assert "已存为草案“预警规则”" in said
    assert RuleDraft.objects.get().content["rules"]["W22"]["red_wan"] == 3


def test_a_wrong_file_exits_with_2(county: County, tmp_path: Path, capsys: Any):
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[rules.W99]\n")

    with pytest.raises(SystemExit) as refused:
        rules("import", str(wrong))

    assert refused.value.code == 2
    assert "第 1 行 rules.W99" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        rules("import", str(tmp_path / "none.toml"))
    assert not RuleDraft.objects.exists()
