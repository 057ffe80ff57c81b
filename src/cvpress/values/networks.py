"""Networks in which people have accounts: what each is called in one word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["network_of"]

_HOSTS: Final[Mapping[str, str]] = {
    "academia.edu": "academia",
    "arxiv.org": "arxiv",
    "behance.net": "behance",
    "bitbucket.org": "bitbucket",
    "bsky.app": "bluesky",
    "codeberg.org": "codeberg",
    "dblp.org": "dblp",
    "dev.to": "devto",
    "dribbble.com": "dribbble",
    "facebook.com": "facebook",
    "fosstodon.org": "mastodon",
    "git.sr.ht": "sourcehut",
    "github.com": "github",
    "gitlab.com": "gitlab",
    "hachyderm.io": "mastodon",
    "huggingface.co": "huggingface",
    "instagram.com": "instagram",
    "kaggle.com": "kaggle",
    "leetcode.com": "leetcode",
    "linkedin.com": "linkedin",
    "mastodon.social": "mastodon",
    "medium.com": "medium",
    "npmjs.com": "npm",
    "orcid.org": "orcid",
    "pypi.org": "pypi",
    "researchgate.net": "researchgate",
    "scholar.google.com": "googlescholar",
    "scopus.com": "scopus",
    "semanticscholar.org": "semanticscholar",
    "sr.ht": "sourcehut",
    "stackexchange.com": "stackexchange",
    "stackoverflow.com": "stackoverflow",
    "t.me": "telegram",
    "threads.net": "threads",
    "twitter.com": "x",
    "vimeo.com": "vimeo",
    "x.com": "x",
    "xing.com": "xing",
    "youtube.com": "youtube",
    "zenodo.org": "zenodo",
}

_OTHER_NAMES: Final[Mapping[str, str]] = {
    "academiaedu": "academia",
    "bsky": "bluesky",
    "orcidid": "orcid",
    "scholar": "googlescholar",
    "twitter": "x",
    "twitterx": "x",
    "xtwitter": "x",
}

_HOST: Final = re.compile(r"https?://(?:www\.)?([^/?#:]+)", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[a-z]{2}\.(?=\w+\.\w)")
"""A language or a country before the host that all share: de.linkedin.com."""

_MOST_CHARACTERS: Final = 40


def network_of(name: str, url: str) -> str:
    """The network of an account in one word, by its name, else by the host of its address: "googlescholar".

    Args:
        name: as somebody wrote it: "Google Scholar", "Stack-Overflow"; or "".
        url: the address of the account, or "".

    Returns:
        Small Latin letters and digits; empty if neither tells.
    """
    word = re.sub(r"[^a-z0-9]", "", name.lower())[:_MOST_CHARACTERS]
    return _OTHER_NAMES.get(word, word) or _network_at(url)


def _network_at(url: str) -> str:
    match = _HOST.match(url)
    host = match[1].lower() if match else ""
    if host.startswith("scholar.google."):
        return "googlescholar"
    return _HOSTS.get(host) or _HOSTS.get(_LANGUAGE.sub("", host), "")
