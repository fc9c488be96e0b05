"""What holds for the pages of every ledger."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape

from tests.villages.ledgers.making import make_row
from tests.villages.ledgers.pages.conftest import COUNTY, Place
from villages.accounts.choices import Role
from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.dictionary import words_of
from villages.ledgers.finding import address
from villages.ledgers.forms.building import Asker, row_form
from villages.ledgers.kinds import model_field

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("undone")]
EVERY = pytest.mark.parametrize("ledger", ledgers().values(), ids=lambda one: one.key)


@EVERY
def test_row_of_a_ledger_shows_on_list_and_page(ledger: Ledger, place: Place):
    row = make_row(ledger, place.village)
    row.refresh_from_db()
    own, generic = address(ledger, "row", row.uid), f"ledgers:{ledger.key}_row"

    listed = place.client.get(reverse(f"ledgers:{ledger.key}")).content.decode()
    page = place.client.get(reverse(generic, args=[row.uid])).content.decode()

    assert f'href="{own}"' in listed
    assert escape(str(ledger.names(row))) in page


@EVERY
def test_forms_of_a_ledger_open(ledger: Ledger, place: Place):
    row, user = make_row(ledger, place.village), place.people[Role.COUNTY_STAFF]
    verbs = [(f"do_{one.key}", one.may(user)) for one in ledger.verbs]
    pages = [("edit", ledger.may_write(user)), ("remove", ledger.may_write(user)), *verbs]
    shown = [(address(ledger, name, row.uid), may) for name, may in pages]
    shown.append((address(ledger, "new"), ledger.may_write(user)))

    answers = {url: place.client.get(url).status_code for url, _may in shown if url}

    assert answers == {url: 200 if may else 403 for url, may in shown if url}


@EVERY
def test_every_item_has_words_and_is_called_as_its_model_calls_it(ledger: Ledger):
    for item in ledger.items:
        words = words_of(ledger.key, item.name)

        assert words.zh == str(model_field(ledger, item).verbose_name), item.name
        assert words.en, item.name


@EVERY
def test_every_asked_item_is_defined_in_both_languages(ledger: Ledger):
    bare = [
        one.name
        for one in ledger.asked
        if not (words_of(ledger.key, one.name).about_zh and words_of(ledger.key, one.name).about_en)
    ]

    assert not bare


@EVERY
def test_form_and_help_say_what_the_dictionary_says(ledger: Ledger, place: Place):
    user, on = place.people[Role.COUNTY_MINISTER], date(2026, 11, 3)
    fields = row_form(ledger, Asker(user, COUNTY, on)).fields
    page = place.client.get(reverse("help:fields_of", args=[ledger.key])).content.decode()

    for name, field in fields.items():
        words = words_of(ledger.key, name)
        assert str(field.label) == words.zh
        assert str(field.help_text).startswith(words.hint)
    for item in ledger.items:
        assert escape(words_of(ledger.key, item.name).hint) in page
