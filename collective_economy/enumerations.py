"""Codes of the economy with their labels in both languages, for `meta/enums`."""

from collective_economy.choices import Category, Tier
from villages.rest.meta import Enumeration

ENUMERATIONS = (
    Enumeration(
        "income_category",
        Category,
        "收入类别",
        "Category of income",
        {
            "operating": "Operating income",
            "investment": "Investment income",
            "subsidy": "Subsidies",
            "other": "Other income",
        },
    ),
    Enumeration(
        "income_tier",
        Tier,
        "收入档次",
        "Tier of operating-type income",
        {
            "shell": "Nothing",
            "weak": "Below the first bound",
            "low": "First bound or more",
            "mid": "Second bound or more",
            "good": "Third bound or more",
            "strong": "Fourth bound or more",
        },
    ),
)
