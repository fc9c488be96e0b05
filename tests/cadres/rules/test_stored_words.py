"""Rules are pure: the words they use are those that rows store."""

from cadres.rules import assessment, dispositions, resident, reviews
from cadres.wording.appraisal import Grade
from cadres.wording.assessment import Band
from cadres.wording.resident import Consequence, LeaveLevel
from cadres.wording.reviews import ItemSide, ReviewResult


def test_words_of_rules_are_those_of_rows():
    assert {*reviews.PASSED, reviews.REJECTED} == set(ReviewResult.values)
    assert {reviews.POSITIVE, reviews.NEGATIVE} == set(ItemSide.values)
    assert dispositions.INCOMPETENT == Grade.INCOMPETENT
    assert {resident.TOWNSHIP, resident.COUNTY} == set(LeaveLevel.values)
    assert Consequence.values == [
        resident.NOTHING, resident.NO_EXCELLENT, resident.BASIC, resident.INCOMPETENT,
    ]  # fmt: skip
    assert Band.values == [assessment.GOOD, assessment.FAIR, assessment.LOW]
