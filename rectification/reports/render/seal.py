"""The check printed on a document: the same content gives the same letters on every machine."""

from rectification.reports.snapshot import Snapshot

LENGTH = 12


def seal(snapshot: Snapshot) -> str:
    """The first twelve letters of the digest of what is printed: content as amended, code,
    version, stamp. Drawing by a later renderer leaves it the same."""
    return snapshot.name[:LENGTH]
