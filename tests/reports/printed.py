"""What tests of printed pages share: fonts, ink, and reading a PDF back."""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from pathlib import Path

import pypdfium2

from workshop_studio.packs.library import read_shelf

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
INK = json.loads((ROOT / "resources" / "theme" / "tokens.json").read_text(encoding="utf-8"))[
    "theme"
]["light"]


def built_in_pack():
    return read_shelf([ROOT / "sessions"]).pack("ask-early")


def pages_of(pdf):
    """Return the text of each page without white space."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    document.close()
    return [bare(text.replace("\ufffe", "")) for text in pages]


def words_of(pdf):
    return "".join(pages_of(pdf))


def bare(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def raw_signs(pdf):
    """Return every sign that the fonts of the file name, also those that readers do not copy."""
    signs = set()
    for stream in re.findall(rb"(?<!end)stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            table = zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue
        if b"beginbfrange" in table or b"beginbfchar" in table:
            signs |= {chr(int(code, 16)) for code in re.findall(rb"<([0-9A-Fa-f]{4})>", table)}
    return signs


def boxes_outside(pdf):
    """Return the signs that stand outside their page."""
    document = pypdfium2.PdfDocument(pdf)
    outside = []
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            if left < 0 or bottom < 0 or right > width or top > height:
                outside.append((number, text.get_text_range(place, 1)))
    document.close()
    return outside


def smallest_type(pdf):
    """Return the smallest font size in points."""
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(pdf)
    sizes = []
    for number in range(len(document)):
        text = document[number].get_textpage()
        sizes += [
            raw.FPDFText_GetFontSize(text.raw, place)
            for place in range(text.count_chars())
            if text.get_text_range(place, 1).strip()
        ]
    document.close()
    return min(sizes)
