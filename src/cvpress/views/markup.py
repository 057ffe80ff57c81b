"""Inline Markdown: the markup that a text of a profile may have.

Emphasis, code, links; straight quotes become the language's own, three dots an ellipsis,
two hyphens a dash; a line does not end before a French colon. HTML is shown as the text that
it is, images are none, and a link leads only where `cvpress.values.formats` lets it. A blank line parts
paragraphs. What stands between dollar signs is a formula (`cvpress.values.formulas`), and nothing else.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from cvpress.values.formats import is_link_url
from cvpress.values.formulas import formula_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

__all__ = ["EMPTY", "Text"]

_QUOTES: Final[Mapping[str, str | list[str]]] = {
    "ar": "«»‹›",
    "de": "„“‚‘",
    "de-CH": "«»‹›",
    "en": "“”‘’",
    "es": "«»“”",
    "fa": "«»‹›",
    "fr": ["«\u202f", "\u202f»", "“", "”"],
    "he": "””’’",
    "it": "«»“”",
    "ja": "「」『』",
    "ko": "“”‘’",
    "nl": "“”‘’",
    "pl": "„”‚’",
    "pt": "“”‘’",
    "pt-PT": "«»“”",
    "tr": "“”‘’",
    "uk": "«»„“",
    "zh": "“”‘’",
    "zh-HK": "「」『』",
    "zh-Hant": "「」『』",
    "zh-MO": "「」『』",
    "zh-TW": "「」『』",
}
"""By language, and by country or script where it matters: CLDR's, but Arabic has the angles that printers prefer."""

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_TAGS = re.compile(r"<[^>]*>")
_SIGNS = (
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (re.compile(r"(?<=[\w\s])---(?=[\w\s])"), "—"),
    (re.compile(r"(?<=[\w\s])--(?=[\w\s])"), "–"),
)
_MARKED = re.compile(r"""[*_`$\\\[\]<>&"'|~\n\r\t\0]|\.\.\.|--|  |^ | $""")
"""What a text has that is more than words; without it, the parser need not even be imported."""

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=[%‰€£$°])")
"""A blank where a line must not end."""

_FRENCH_BLANKS = ((re.compile(" (?=:)"), "\u00a0"), (re.compile("(?<=«) | (?=[;?!»])"), "\u202f"))
"""Blanks before signs, which French typists set and lines must not end at (*Lexique* of the Imprimerie nationale)."""

_OPENING = re.compile(r"[^\s\w/–—-]+\Z")
_CLOSING = re.compile(r"[^\s\w/–—-]*(?:[^\W\d_]{1,2}\b)?[^\s\w/–—-]*")
"""What belongs to a formula before and behind it: brackets, quotation marks, "'s", "th", a full stop."""


class Text:
    """A text of a profile, with its markup.

    In a template it stands for its HTML (Jinja asks for `__html__`); `plain` is the same
    without markup, for titles, metadata and other formats.
    """

    __slots__ = ("__dict__", "_language", "_source")

    def __init__(self, source: str, language: str = "en") -> None:
        self._source = source.strip()
        self._language = language

    def __bool__(self) -> bool:
        return bool(self._source)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self._source, self._language) == (other._source, other._language)

    def __hash__(self) -> int:
        return hash((self._source, self._language))

    def __repr__(self) -> str:
        return f"Text({self._source!r})"

    def __str__(self) -> str:
        return self.plain

    def __html__(self) -> str:
        return "<br>".join(self.paragraphs_html)

    @cached_property
    def paragraphs_html(self) -> tuple[str, ...]:
        """The HTML of each paragraph, without an element around it."""
        return tuple(_inline_html(part, self._language) for part in _PARAGRAPHS.split(self._source) if part)

    @property
    def parted(self) -> tuple[Markup, Markup]:
        """The HTML of a paragraph without its last word, and that word, for what must not be parted from it."""
        html = self.__html__()
        start, blank, last = html.rpartition(" ")
        is_word = not _TAGS.search(last) and "<" not in last and ">" not in last
        return (Markup(start + blank), Markup(last)) if is_word else (Markup(html), Markup(""))  # noqa: S704  # our own

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """Each paragraph as a text of its own."""
        return tuple(Text(part, self._language) for part in _PARAGRAPHS.split(self._source) if part)

    @cached_property
    def plain(self) -> str:
        """The text without its markup, on one line."""
        from html import unescape

        return " ".join(unescape(_TAGS.sub("", " ".join(self.paragraphs_html))).split())


EMPTY = Text("")


def _inline_html(source: str, language: str) -> str:
    name = _quoting(language)
    html: str = _parser(name).renderInline(source).strip() if _MARKED.search(source) else _typeset(source, name)
    return _BEFORE_UNIT.sub("\u00a0", html)


def _quoting(language: str) -> str:
    """Whose quotation marks a language has: "zh-Hant" for "zh-Hant-HK", "en" for one that is not listed."""
    name = language
    while name and name not in _QUOTES:
        name = name.rpartition("-")[0]
    return name or "en"


def _typeset(text: str, name: str) -> str:
    """Signs typed on a keyboard become the typesetter's; the library's own rule also eats `../..` and `(c)`."""
    for typed, sign in (*_SIGNS, *(_FRENCH_BLANKS if name == "fr" else ())):
        text = typed.sub(sign, text)
    return text


def _replace_signs(state: StateCore, name: str) -> None:
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text":
                token.content = _typeset(token.content, name)


def _take_formula(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    found = formula_at(state.src, state.pos)
    if found is None or found.end > state.posMax:
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = "x"  # to the rule of quotation marks a formula is a word, whatever it begins with
        token.meta = {"latex": found.latex, "is_display": found.is_display, "opening": "", "closing": ""}
    state.pos = found.end
    return True


def _bind_formulas(state: StateCore) -> None:
    """Give formulas what must stand on one line with them: a line may end beside any picture."""
    for block in state.tokens:
        children = block.children or []
        for before, token, after in zip([None, *children], children, [*children[1:], None], strict=False):
            if token.type != "formula" or token.meta["is_display"]:
                continue
            if before and before.type == "text" and (match := _OPENING.search(before.content)):
                token.meta["opening"] = match[0]
                before.content = before.content[: match.start()]
            if after and after.type == "text" and (match := _CLOSING.match(after.content)):
                token.meta["closing"] = match[0]
                after.content = after.content[match.end() :]


def _render_formula(_: RendererHTML, tokens: Sequence[Token], index: int, *__: object) -> str:
    from html import escape

    from cvpress.views.mathematics.formula import Formula

    meta = tokens[index].meta
    drawing = Formula(meta["latex"], meta["is_display"]).__html__()
    if not (meta["opening"] or meta["closing"]):
        return drawing
    return f'<span class="with-formula">{escape(meta["opening"])}{drawing}{escape(meta["closing"])}</span>'


@cache
def _parser(name: str) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt(
        "js-default",
        {"html": False, "typographer": True, "quotes": _QUOTES[name]},
    )
    parser.disable(["image", "linkify"])
    parser.core.ruler.at("replacements", partial(_replace_signs, name=name))
    parser.core.ruler.push("bind_formulas", _bind_formulas)
    parser.inline.ruler.before("escape", "formula", _take_formula)
    parser.add_render_rule("formula", _render_formula)
    setattr(parser, "validateLink", is_link_url)  # noqa: B010  # its documented hook
    return parser
