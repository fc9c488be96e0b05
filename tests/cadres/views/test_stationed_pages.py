"""Pages of dispositions, stationed teams, scoring and handover."""

import pytest
from django.urls import reverse

from cadres.actions.lists import install_default_lists
from cadres.models import AssessmentItem, TeamAssessment
from tests.cadres.judging import NEW_YEAR, begun_review, posted, sanctioned, told_month, village_of
from villages.accounts.choices import Role

LI, FOREIGN = "999901001200", "999901101200"


@pytest.fixture(autouse=True)
def lists(county, people):
    install_default_lists(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])
    return people


def scored(points: str = "1.5") -> dict[str, str]:
    data = {}
    for item in AssessmentItem.objects.all():
        data |= {f"points_{item.pk}": points, f"grounds_{item.pk}": "建成冷库一座"}
    return data


def test_the_page_of_teams_shows_days_and_gaps(county_client):
    told_month(posted(), 202610, 14)

    body = county_client.get(reverse("cadres:stationed")).content.decode()

    assert "重点提示" in body
    assert "少队员 2 人" in body
    assert "2027-05-20" not in body  # not due within the half-year


def test_the_sheet_holds_the_same_rows(county_client):
    told_month(posted(), 202610, 14)

    answer = county_client.get(reverse("cadres:stationed") + "?format=xlsx")

    assert answer.status_code == 200
    assert "spreadsheetml" in answer["Content-Type"]


def test_a_township_sees_its_own_teams_alone(township_client):
    posted("外村人", village=village_of(FOREIGN))
    posted()

    body = township_client.get(reverse("cadres:stationed")).content.decode()

    assert "李强" in body
    assert "外村人" not in body


def test_the_conduct_page_names_what_is_not_filed(county_client):
    row = sanctioned()

    body = county_client.get(reverse("cadres:conduct")).content.decode()

    assert reverse("ledgers:dispositions_row", args=[row.uid]) in body
    assert "公开栏三个季度没有更新" not in body


def test_the_county_scores_and_the_township_reads_the_grounds(county_client, township_client):
    address = reverse("cadres:assessment", args=[LI, "2026Q3"])

    saved = county_client.post(address, scored())
    refused = township_client.post(address, scored("2.0"))
    body = township_client.get(address).content.decode()

    assert (saved.status_code, refused.status_code) == (302, 403)
    assert "7.5" in body
    assert "建成冷库一座" in body


def test_too_many_points_come_back_on_the_form(county_client):
    answer = county_client.post(reverse("cadres:assessment", args=[LI, "2026Q3"]), scored("2.5"))

    assert answer.status_code == 200
    assert not TeamAssessment.objects.exists()


@pytest.mark.parametrize(
    ("code", "period", "status"),
    [(LI, "2026Q3", 200), (LI, "2026-09", 404), (FOREIGN, "2026Q3", 404)],
)
def test_only_ones_own_villages_and_real_periods(township_client, code, period, status):
    answer = township_client.get(reverse("cadres:assessment", args=[code, period]))

    assert answer.status_code == status


@pytest.mark.parametrize(
    ("role", "status", "sees_review"),
    [
        (Role.COUNTY_STAFF, 200, True),
        (Role.TOWNSHIP_CLERK, 200, True),
        (Role.FIRST_SECRETARY, 200, False),
        (Role.REVIEWER, 403, False),
    ],
)
def test_a_dossier_is_made_from_the_ledgers(lists, client_as, role, status, sees_review):
    told_month(posted(), 202609, 21, households_visited=30)
    begun_review()

    answer = client_as(lists[role]).get(reverse("cadres:handover", args=[LI]))

    body = answer.content.decode()
    assert answer.status_code == status
    assert ("走访 30 户" in body) is (status == 200)
    assert ("乡镇初审中" in body) is sees_review


def test_a_foreign_dossier_is_not_there(township_client):
    assert township_client.get(reverse("cadres:handover", args=[FOREIGN])).status_code == 404


def test_the_village_page_tells_who_is_stationed_and_what_nobody_told(township_client):
    posted()

    body = township_client.get(reverse("cadres:stationed_panel", args=[LI])).content.decode()

    assert "李强(第一书记) · 县水利局" in body
    assert "2026年10月没有登记驻村天数" in body
    assert reverse("cadres:handover", args=[LI]) in body
