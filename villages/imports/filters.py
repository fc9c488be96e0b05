"""Search criteria of the list of imports."""

import django_filters
from django.utils.translation import gettext_lazy as _

from villages.imports.declaring import sheet_kinds
from villages.imports.models import BatchState, ImportBatch


def _kinds() -> list[tuple[str, str]]:
    return [(kind.key, kind.title) for kind in sheet_kinds().values()]


class BatchFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Kind and state."""

    kind = django_filters.ChoiceFilter(label=_("表类"), choices=_kinds, empty_label=_("全部表类"))
    state = django_filters.ChoiceFilter(
        label=_("状态"), choices=BatchState.choices, empty_label=_("全部状态")
    )

    class Meta:
        model = ImportBatch
        fields = ["kind", "state"]
