"""Names of units without the words of their offices."""

import pytest

from villages.common.codes import short_township_name, short_village_name


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("张庄村村委会", "张庄村"),
        ("何河村民委员会", "何河村"),
        ("王庄村村民委员会", "王庄村"),
        ("前刘庄村民委会", "前刘庄村"),
        ("新村村委会", "新村"),
        ("何　河　村", "何河村"),
        ("张庄", "张庄"),
        ("多福巷社区居委会", "多福巷社区"),
        ("大楼社区居民委员会", "大楼社区"),
        ("石桥社区村民委员会", "石桥社区"),
        ("塔拉嘎查村委会", "塔拉嘎查"),
        ("第一居民委员会", "第一居委会"),
        ("五连生活区", "五连生活区"),
        ("", ""),
    ],
)
def test_village_is_called_by_its_place(written, short):
    assert short_village_name(written) == short


def test_residents_beside_villagers_of_one_name_stay_apart():
    assert short_village_name("水泉村居委会") != short_village_name("水泉村委会")


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("东华门街道办事处", "东华门街道"),
        ("东关街道办", "东关街道"),
        ("长岭乡人民政府", "长岭乡"),
        ("中共青溪镇委员会", "青溪镇"),
        ("中国共产党青溪镇委员会", "青溪镇"),
        ("双河镇党委", "双河镇"),
        ("东关街道党工委", "东关街道"),
        ("马 集 镇", "马集镇"),
        ("定襄县居民办事处", "定襄县居民办事处"),
        ("经济开发区管理委员会", "经济开发区管理委员会"),
    ],
)
def test_township_is_called_by_its_place(written, short):
    assert short_township_name(written) == short


@pytest.mark.parametrize("name", ["张庄村村委会", "第一居民委员会", "多福巷社区居委会"])
def test_short_name_of_a_short_name_is_itself(name):
    assert short_village_name(short_village_name(name)) == short_village_name(name)
