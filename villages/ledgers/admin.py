"""Every ledger in the back office."""

from django.contrib import admin

from villages.ledgers.back_office import office_of
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import ledger_of

for _ledger in ledgers().values():
    if ledger_of(_ledger.model) is _ledger:
        admin.site.register(_ledger.model, office_of(_ledger))
