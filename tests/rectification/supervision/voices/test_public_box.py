"""The box of everybody: without an account, without a cookie, not without limits."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from rectification.supervision.actions import voices
from rectification.supervision.actions.voice_words import digest_of, voice_by_word
from rectification.supervision.models import Voice
from rectification.supervision.parameters.voices import ASKED, BOX, SENT
from rectification.supervision.voice_states import VoiceStatus
from tests.rectification.supervision.situations import COUNTY, LI, Cast
from tests.rectification.supervision.voices.brought import (
    ANSWERED,
    ASSIGNED,
    TEXT,
    bring,
    town,
    voice_in,
)
from villages import parameters
from villages.models import Parameter
from villages.rest.models import RateWindow
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
BOX_URL, ASK_URL = "/public/voices/", "/public/voices/ask/"


def _set(key: str, value: int, county: str = "") -> None:
    Parameter.objects.create(
        key=key, county_code=county, value=value, effective_from=date(2026, 1, 1), basis="通知"
    )
    parameters.forget()


def _form(client: Client, **more: Any) -> dict[str, Any]:
    """What a browser would send: the hidden fields as the page gave them."""
    page = client.get(BOX_URL)
    assert page.status_code == 200
    hidden = page.context["form"].initial
    return {
        "county": hidden["county"], "stamp": hidden["stamp"], "kind": "suggestion", "text": TEXT,
        "anonymous": "on", **more,
    }  # fmt: skip


def _sent(client: Client, **more: Any) -> Any:
    return client.post(BOX_URL, _form(client, **more))


def test_somebody_without_an_account_brings_something_up(client: Client, county: Any) -> None:
    answer = _sent(client, village=LI, kind="complaint")

    row, received = Voice.objects.get(), answer.context["received"]
    assert (row.channel, row.kind, row.village.code, row.anonymous) == (
        "public", "complaint", LI, True,
    )  # fmt: skip
    page = answer.content.decode()
    assert row.number in page
    assert received.word in page
    # Only a keyed digest is kept.
    assert received.word not in str(row.__dict__)
    assert row.word_digest == digest_of(row.number, received.word)


def test_nameless_is_what_is_offered_first(client: Client, county: Any) -> None:
    assert client.get(BOX_URL).context["form"].initial["anonymous"] is True


def test_nothing_is_kept_in_the_browser_and_no_address_in_the_trail(
    client: Client, county: Any
) -> None:
    answers = [client.get(BOX_URL), client.get(ASK_URL), _sent(client)]

    assert [one.cookies for one in answers] == [{}, {}, {}]
    assert all("noindex" in one["X-Robots-Tag"] for one in answers)
    assert all("no-store" in one["Cache-Control"] for one in answers)
    entry = AuditEntry.objects.get(action="voice.received")
    assert (entry.actor_name, entry.address, entry.request_id) == ("匿名", "", "")
    assert not any("127.0.0.1" in key for key in RateWindow.objects.values_list("key", flat=True))


def test_a_name_is_kept_by_wish_and_the_telephone_sealed(client: Client, county: Any) -> None:
    form = _form(client, person="赵大爷", phone="138 0000 1234")
    del form["anonymous"]

    client.post(BOX_URL, form)

    row = Voice.objects.get()
    assert row.person == "赵大爷"
    assert row.phone_sealed
    assert "1380000" not in row.phone_sealed
    assert AuditEntry.objects.get(action="voice.received").actor_name == "群众"


@pytest.mark.parametrize(
    "more",
    [{"website": "http://spam"}, {"stamp": ""}, {"stamp": "open:1abc:forged"}, {"text": " "},
     {"village": "999902001200"}, {"phone": "abc", "anonymous": ""}, {"county": "999999"}],
)  # fmt: skip
def test_what_is_not_taken(client: Client, county: Any, other_county: Any, more: Any) -> None:
    form = {**_form_of(client, COUNTY), **more}

    answer = client.post(BOX_URL, form)

    assert answer.status_code == 200
    assert not Voice.objects.exists()


def _form_of(client: Client, code: str) -> dict[str, Any]:
    hidden = client.get(f"{BOX_URL}?county={code}").context["form"].initial
    return {"county": code, "stamp": hidden["stamp"], "kind": "need", "text": TEXT,
            "anonymous": "on"}  # fmt: skip


def test_several_counties_are_chosen_from(client: Client, county: Any, other_county: Any) -> None:
    page = client.get(BOX_URL).content.decode()
    assert "?county=999901" in page
    assert "?county=999902" in page

    client.post(BOX_URL, _form_of(client, "999902"))

    assert Voice.objects.get().county_code == "999902"


def test_a_county_closes_its_box(client: Client, county: Any) -> None:
    _set(BOX.key, 0, COUNTY)

    assert client.get(BOX_URL).status_code == 404
    assert client.post(BOX_URL, {"county": COUNTY, "text": TEXT}).status_code == 404


def test_one_address_sends_only_so_often_an_hour(client: Client, county: Any) -> None:
    _set(SENT.key, 2)

    codes = [_sent(client, text=f"第{n}件事").status_code for n in range(3)]

    assert codes == [200, 200, 429]
    assert Voice.objects.count() == 2


def test_number_and_word_open_the_answer_and_take_what_one_thinks(
    client: Client, cast: Cast
) -> None:
    made = bring()
    given = {"number": made.voice.number, "word": made.word}
    assert "待交办" in client.post(ASK_URL, given).content.decode()
    voices.assign(made.voice, by=cast.author, on=ASSIGNED, township=town())
    voices.answer(made.voice, by=cast.clerk, on=ANSWERED, text="路灯已经修好。")

    page = client.post(ASK_URL, {**given, "word": made.word.upper().replace("-", " ")})
    assert "路灯已经修好" in page.content.decode()
    assert TEXT not in page.content.decode()
    rated = client.post(ASK_URL, {**given, "satisfaction": "fair"})

    assert "谢谢" in rated.content.decode()
    row = Voice.objects.get()
    assert row.satisfaction == "fair"
    closed = voices.close(row, by=cast.author, on=ANSWERED, satisfaction="satisfied")
    # What the person said counts before what the county heard.
    assert closed.satisfaction == "fair"
    late = client.post(ASK_URL, {**given, "satisfaction": "dissatisfied"})
    assert "谢谢" not in late.content.decode()
    row.refresh_from_db()
    assert row.satisfaction == "fair"


def test_an_answer_called_back_is_not_shown(client: Client, cast: Cast) -> None:
    row = voice_in(VoiceStatus.ANSWERED, cast)
    word = "abcd-efgh-jkmn"
    Voice.objects.filter(pk=row.pk).update(word_digest=digest_of(row.number, word))
    voices.assign(row, by=cast.author, on=ANSWERED, township=town())

    page = client.post(ASK_URL, {"number": row.number, "word": word}).content.decode()

    assert "办理中" in page
    assert "已经修好" not in page


@pytest.mark.parametrize("number", [None, "999901-2026-9999", ""])
@pytest.mark.parametrize("word", ["wrong-word-here", "", "---", "0000"])
def test_a_wrong_word_opens_nothing(cast: Cast, number: str | None, word: str) -> None:
    made = bring()
    # Registered by a colleague: such a one has no word at all.
    Voice.objects.create(
        county_code=COUNTY, number="999901-2026-9998", kind="need", channel="visit", text=TEXT,
        received_on=ASSIGNED, status_since=ASSIGNED,
    )  # fmt: skip

    asked = made.voice.number if number is None else number

    assert voice_by_word(asked, word) is None
    assert voice_by_word("999901-2026-9998", word) is None


def test_words_are_bound_to_their_number(cast: Cast) -> None:
    one, other = bring(), bring("另一件事。")

    assert voice_by_word(one.voice.number, other.word) is None
    assert voice_by_word(one.voice.number, one.word) == one.voice


def test_guessing_ends_soon(client: Client, cast: Cast) -> None:
    _set(ASKED.key, 3)
    made = bring()
    wrong = {"number": made.voice.number, "word": "abcd-abcd-abcd"}

    codes = [client.post(ASK_URL, wrong).status_code for _ in range(3)]
    right = client.post(ASK_URL, {**wrong, "word": made.word})
    # Another address meets the same lock on this number.
    elsewhere = Client(REMOTE_ADDR="10.1.2.3").post(ASK_URL, {**wrong, "word": made.word})

    assert codes == [200, 200, 200]
    assert (right.status_code, elsewhere.status_code) == (429, 429)


def test_the_same_works_for_somebody_who_is_signed_in(county_client: Client) -> None:
    _sent(county_client)

    entry = AuditEntry.objects.get(action="voice.received")
    assert (entry.actor_id, entry.actor_name) == (None, "匿名")
