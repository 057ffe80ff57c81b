from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress.values.formats import (
    FORMATS,
    LINK_SCHEMES,
    LINK_URL_PATTERN,
    STRICT_EMAIL_PATTERN,
    is_email,
    is_link_url,
    is_uri,
    url_scheme,
)

# URL, its scheme, whether it is one for JSON Resume, whether an output makes a link of it.
URLS = [
    ("https://example.org", "https", True, True),
    ("HTTPS://Example.org/a?b#c", "https", True, True),
    ("http://localhost:8000", "http", True, True),
    ("https://例え.jp/ページ", "https", True, True),
    ("mailto:marie@example.org", "mailto", True, True),
    ("tel:+33123456789", "tel", True, True),
    ("https:", "https", True, False),
    ("https://", "https", True, False),
    ("https:///etc/passwd", "https", True, False),
    ("https:example.org", "https", True, False),
    ("mailto:", "mailto", True, False),
    ("javascript:alert(1)", "javascript", True, False),
    ("JavaScript:alert(1)", "javascript", True, False),
    ("data:text/html,x", "data", True, False),
    ("file:///etc/passwd", "file", True, False),
    ("ftp://example.org", "ftp", True, False),
    ("example.org:80", "example.org", True, False),
    ("https://a\x00b", "https", True, False),
    ("https://a\x85b", "https", True, False),
    ("", "", False, False),
    ("example.org", "", False, False),
    ("//example.org", "", False, False),
    ("/etc/passwd", "", False, False),
    ("../secret", "", False, False),
    ("1a:x", "", False, False),
    ("https://a b", "", False, False),
    ("https://a\n", "https", False, False),
    (" javascript:alert(1)", "javascript", False, False),
    ("java\nscript:alert(1)", "", False, False),
]

# Address, whether it is one for JSON Resume, whether the strict schema knows that at once.
EMAILS = [
    ("marie@example.org", True, True),
    ("marie.curie+cv@lab-1.example.org", True, True),
    ("Marie@example.org", True, True),
    ("marie@Example.org", True, False),
    ("o'brien@example.org", True, False),
    ("marie@[127.0.0.1]", True, False),
    ("marie", False, False),
    ("marie@", False, False),
    ("marie@example", False, False),
    ("marie@example.org\n", False, False),
    ("marie@example.org, pierre@example.org", False, False),
    ("mariè@example.org", False, False),
    (".marie@example.org", False, False),
]


@pytest.mark.parametrize(("url", "scheme", "is_one", "is_link"), URLS)
def test_urls(url: str, scheme: str, is_one: bool, is_link: bool) -> None:
    assert (url_scheme(url), is_uri(url), is_link_url(url)) == (scheme, is_one, is_link)


@pytest.mark.parametrize(("address", "is_one", "is_plain"), EMAILS)
def test_addresses(address: str, is_one: bool, is_plain: bool) -> None:
    assert is_email(address) is is_one
    assert (re.search(STRICT_EMAIL_PATTERN.replace("$", r"\Z"), address) is not None) is is_plain


@given(st.from_regex(STRICT_EMAIL_PATTERN.replace("$", r"\Z")))
def test_an_address_that_is_plain_is_one(address: str) -> None:
    assert is_email(address)


@given(st.from_regex(LINK_URL_PATTERN.replace("$", r"\Z")))
def test_a_link_is_a_url_with_a_scheme_that_is_allowed(url: str) -> None:
    assert is_uri(url)
    assert url_scheme(url) in LINK_SCHEMES


def test_a_judge_for_each_format() -> None:
    assert {"uri": is_uri, "email": is_email} == FORMATS
