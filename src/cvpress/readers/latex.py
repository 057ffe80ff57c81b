"""The LaTeX that texts in .bib files hold → a text of a profile, which is inline Markdown.

Accents and signs become characters, protecting braces vanish, commands that are not known
vanish and leave their arguments, `$…$` stays mathematics. One pass, no recursion: the text
is a stranger's. Sources: L. Lamport, LaTeX (2nd ed.), tables 3.1 and 3.2; the LaTeX base
package's utf8enc.dfu for the signs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize

__all__ = ["markdown", "plain_text"]

_ACCENTS: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
"""Accents by their command, as combining characters."""

_SIGNS: Final = {
    "L": "Ł",
    "l": "ł",
    "O": "Ø",
    "o": "ø",
    "AA": "Å",
    "aa": "å",
    "AE": "Æ",
    "ae": "æ",
    "OE": "Œ",
    "oe": "œ",
    "ss": "ß",
    "SS": "ẞ",
    "i": "i",
    "j": "j",
    "DH": "Ð",
    "dh": "ð",
    "DJ": "Đ",
    "dj": "đ",
    "TH": "Þ",
    "th": "þ",
    "NG": "Ŋ",
    "ng": "ŋ",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "pounds": "£",
    "copyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "textmu": "µ",
    "texteuro": "€",
    "euro": "€",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textendash": "–",
    "textemdash": "—",
    "textbullet": "•",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "guillemotleft": "«",
    "guillemotright": "»",
    "quotedblbase": "„",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textdollar": "$",
    "textbraceleft": "{",
    "textbraceright": "}",
    "quad": " ",
    "qquad": " ",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "newline": " ",
    " ": " ",
    "\n": " ",
    "\\": " ",
    ",": "\u202f",
    "/": "",
    "-": "",
    ";": " ",
    ":": " ",
    "!": "",
}
"""Commands that stand for characters. The dotless letters are for accents alone, which take the dotted."""

_LIGATURES: Final = {"``": "“", "''": "”", "--": "–", "---": "—", "~": "\u00a0"}

_TOKEN: Final = re.compile(
    r"""
      (?P<math> (?<!\\)\$ [^$]++ \$ | \\\( (?> (?: [^\\] | \\(?![()]) )* ) \\\) )
    | \\ (?: emph | textit | textsl ) \s*+ \{ (?P<emphasis> [^\\{}$]*+ ) \}
    | \\ (?P<accent> [`'^"~=.] | [uvHckrdb] (?![A-Za-z]) ) \s*+
        (?: \{ \s*+ (?: \\(?P<dotless1> [ij]) (?![A-Za-z]) | (?P<base1> [^\\{}\s]) ) \s*+ (?P<more> [^\\{}]*+ ) \}
          | \\(?P<dotless2> [ij]) (?![A-Za-z]) \s*+
          | (?P<base2> [^\\{}\s]) )
    | \\ (?P<command> [A-Za-z]++ ) \*?+ [ \t\r\n]*+
    | \\ (?P<sign> . )
    | `` | '' | ---? | ~ | (?P<brace> [{}] )
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v]++")
_SPECIAL: Final = re.compile(r"[^\w .,:;()?!/&+-]|--")
_NOT_MARKDOWN: Final = re.compile(r"[\\`*_\[\]<$]")


def markdown(latex: str) -> str:
    """A text as a profile has it: mathematics kept, and no character that Markdown would take for markup."""
    return _decoded(latex, is_markdown=True)


def plain_text(latex: str) -> str:
    """A text for a value that has no markup, such as a name."""
    return _decoded(latex, is_markdown=False)


@lru_cache(maxsize=256)
def _decoded(latex: str, *, is_markdown: bool) -> str:
    latex = _BLANKS.sub(" ", latex)
    if not _SPECIAL.search(latex):
        return latex.strip()
    parts: list[str] = []
    end = 0
    for token in _TOKEN.finditer(latex):
        parts.append(_escaped(latex[end : token.start()], is_markdown=is_markdown))
        parts.append(_character(token, is_markdown=is_markdown))
        end = token.end()
    parts.append(_escaped(latex[end:], is_markdown=is_markdown))
    return _BLANKS.sub(" ", normalize("NFC", "".join(parts))).strip(" ")


def _character(token: re.Match[str], *, is_markdown: bool) -> str:
    if token["math"]:
        return _mathematics(token["math"]) if is_markdown else token["math"].strip("$\\()")
    if token["emphasis"]:
        inner = _escaped(token["emphasis"].strip(), is_markdown=is_markdown)
        return f"*{inner}*" if is_markdown and inner else inner
    if token["accent"]:
        base = token["base1"] or token["base2"] or token["dotless1"] or token["dotless2"]
        return base + _ACCENTS[token["accent"]] + _escaped(token["more"] or "", is_markdown=is_markdown)
    name = token["command"] or token["sign"]
    if name:
        return _escaped(_SIGNS.get(name, "" if token["command"] else name), is_markdown=is_markdown)
    return "" if token["brace"] else _LIGATURES[token[0]]


def _mathematics(written: str) -> str:
    """Mathematics between dollars, whichever way it was marked."""
    inner = written[1:-1] if written.startswith("$") else written[2:-2]
    inner = " ".join(inner.split())
    return f"${inner}$" if inner else ""


def _escaped(text: str, *, is_markdown: bool) -> str:
    return _NOT_MARKDOWN.sub(r"\\\g<0>", text) if is_markdown else text
