"""Ledgers of village facts, by subject."""

from villages.affairs.ledgers.calm import INCIDENTS, PETITIONS, SURVEYS
from villages.affairs.ledgers.customs import ASSOCIATIONS, GRIDS, HONOURS, RULES
from villages.affairs.ledgers.lists import ASSOCIATION_KINDS, SITE_NEEDS, SMALL_POWERS
from villages.affairs.ledgers.openness import DISCLOSURES, DUTIES, MATTERS, MEETINGS
from villages.affairs.ledgers.oversight import POWERS, SEALS, SPENDING
from villages.affairs.ledgers.sites import SITE_ITEMS, SITES

LEDGERS = (
    SITES,
    SITE_ITEMS,
    DISCLOSURES,
    DUTIES,
    MEETINGS,
    MATTERS,
    PETITIONS,
    INCIDENTS,
    SURVEYS,
    ASSOCIATIONS,
    RULES,
    HONOURS,
    GRIDS,
    POWERS,
    SEALS,
    SPENDING,
    SITE_NEEDS,
    ASSOCIATION_KINDS,
    SMALL_POWERS,
)
