"""How acts on cases read in the trail."""

from rectification.trails import acceptance, cases, finding, papers, work

SENTENCES = (
    *cases.SENTENCES,
    *finding.SENTENCES,
    *work.SENTENCES,
    *acceptance.SENTENCES,
    *papers.SENTENCES,
)
