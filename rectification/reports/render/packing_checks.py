"""Whether an uploaded package is a plain Word document: small, closed, without anything active."""

import io
import re
from collections.abc import Mapping
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from lxml import etree  # type: ignore[import-untyped]

from villages.common.errors import DomainError

_ENTRIES, _UNPACKED, _RATIO = 200, 20_000_000, 100
_KNOWN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app|custom)\.xml"
    r"|word/(document|styles|stylesWithEffects|settings|fontTable|webSettings|numbering"
    r"|footnotes|endnotes|header\d*|footer\d*|theme/theme\d+)\.xml"
    r"|word/_rels/(document|header\d*|footer\d*|settings|fontTable)\.xml\.rels"
    r"|word/media/[\w-]+\.(png|jpe?g)|customXml/(_rels/)?item(Props)?\d+\.xml(\.rels)?"
)
_ACTIVE = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject|attachedTemplate|aFChunk", re.I)
_FOREIGN = re.compile(rb"TargetMode\s*=\s*[\"']External", re.I)
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.I)
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def refusal(code: str, message: str, hint: str = "") -> DomainError:
    """A refusal of a template."""
    return DomainError(code, message, hint or _("请下载平台的模板,在它上面修改后再上传。"))


def opened(content: bytes, most: int) -> dict[str, bytes]:
    """The parts of an upload of at most `most` bytes.

    Raises `template_large`, `template_broken`, `template_swells`, `template_part` (a part that no
    template needs), `template_active` (macros, embedded objects), `template_external` (links to
    the outside).
    """
    if len(content) > most:
        raise refusal("template_large", _("模板超过 %s MB。") % (most // 2**20))
    parts = _read(content)
    for name, part in parts.items():
        _look(name, part)
    if "word/document.xml" not in parts:
        raise refusal("template_broken", _("这不是 Word 的 docx 文件。"))
    return parts


def _read(content: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _measure(archive)
            return {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        raise refusal("template_broken", _("这不是完整的 docx 文件。")) from error


def _measure(archive: ZipFile) -> None:
    """Before anything is unpacked."""
    entries = archive.infolist()
    size = sum(one.file_size for one in entries)
    packed = sum(one.compress_size for one in entries)
    names = {one.filename for one in entries}
    if len(entries) > _ENTRIES or size > _UNPACKED or size > _RATIO * max(packed, 1):
        raise refusal("template_swells", _("这个文件解开后过大。"))
    if len(names) != len(entries):
        raise refusal("template_broken", _("文件里有重名的部件。"))


def _look(name: str, part: bytes) -> None:
    if _ACTIVE.search(name.encode()) or (not name.endswith(_PICTURES) and _ACTIVE.search(part)):
        raise refusal("template_active", _("模板里有宏或嵌入对象(%s)。") % name)
    if not _KNOWN.fullmatch(name):
        raise refusal("template_part", _("模板里有不允许的部件:%s。") % name[:80])
    if name.endswith(_PICTURES):
        if not part.startswith((_PNG, _JPEG)):
            raise refusal("template_part", _("图片 %s 不是 png 或 jpg。") % name)
        return
    if name.endswith(".rels") and _FOREIGN.search(part):
        raise refusal("template_external", _("模板里有指向外部的链接(%s)。") % name)
    _parse(name, part)


_PICTURES = (".png", ".jpg", ".jpeg")


def _parse(name: str, part: bytes) -> None:
    if _DOCTYPE.search(part):
        raise refusal("template_active", _("模板的 %s 里有不允许的定义。") % name)
    try:
        tree(part)
    except etree.XMLSyntaxError as error:
        raise refusal("template_broken", _("模板的 %s 已损坏。") % name) from error


def tree(part: bytes) -> etree._Element:
    """The part as XML; nothing is fetched or expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part, parser)


def texts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts in which placeholders may stand: text, headers, footers, notes."""
    wanted = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
    return {name: part for name, part in parts.items() if wanted.fullmatch(name)}
