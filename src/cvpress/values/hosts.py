"""Hosts of the web that belong to nobody in particular."""

from __future__ import annotations

from typing import Final

__all__ = ["is_hosting", "is_mail_provider", "is_network"]

_MAIL_PROVIDERS: Final = frozenset(
    "126 163 aol fastmail free freenet gmail gmx googlemail hotmail icloud laposte libero live mac mail mailbox me msn "
    "naver orange outlook pm posteo proton protonmail qq rambler seznam sina t-online tuta tutanota web wp yahoo "
    "yandex zoho".split()
)
"""The first labels of the hosts of large mail providers, in whatever country."""

_NETWORKS: Final = frozenset(
    "behance.net bitbucket.org bsky.app codeberg.org dblp.org dev.to dribbble.com facebook.com github.com gitlab.com "
    "huggingface.co instagram.com kaggle.com linkedin.com mastodon.social medium.com orcid.org researchgate.net "
    "scholar.google.com scholar.google.de stackoverflow.com t.me twitter.com x.com xing.com youtube.com".split()
)

_HOSTINGS: Final = frozenset(
    "blogspot.com github.io gitlab.io medium.com netlify.app pages.dev substack.com tumblr.com vercel.app web.app "
    "wordpress.com".split()
)


def is_mail_provider(host: str) -> bool:
    """Whether half the world has its mail at a host."""
    label, _, rest = host.lower().partition(".")
    return label in _MAIL_PROVIDERS and rest.count(".") <= 1


def is_network(host: str) -> bool:
    """Whether a host is that of a network in which everybody has an account of a name, as the path tells."""
    return host.lower().removeprefix("www.") in _NETWORKS


def is_hosting(host: str) -> bool:
    """Whether a host has one below it for each of its users."""
    return host.lower() in _HOSTINGS
