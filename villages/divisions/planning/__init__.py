"""From what people decide to a `MapChange`: checks everything, writes nothing."""

from villages.divisions.planning.merging import plan_merge
from villages.divisions.planning.splitting import plan_split
from villages.divisions.planning.townships import plan_townships
from villages.divisions.planning.transferring import plan_transfer

__all__ = ["plan_merge", "plan_split", "plan_townships", "plan_transfer"]
