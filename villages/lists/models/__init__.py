"""What people keep about their lists."""

from villages.lists.models.saved_views import SavedView

__all__ = ["SavedView"]
