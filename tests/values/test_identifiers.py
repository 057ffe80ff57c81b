"""DOIs and arXiv identifiers in whatever form people write them."""

from __future__ import annotations

import pytest

from cvpress.values.identifiers import arxiv_url, bare_arxiv, bare_doi, doi_url


@pytest.mark.parametrize(
    "before",
    [
        *("", " ", "doi:", "DOI: ", "https://doi.org/", "http://dx.doi.org/", "https://www.doi.org/", "doi.org/"),
        "HTTPS://DOI.ORG/",
    ],
)
def test_doi(before: str) -> None:
    assert bare_doi(f"{before}10.1000/182") == "10.1000/182"
    assert doi_url(f"{before}10.1000/182") == "https://doi.org/10.1000/182"


@pytest.mark.parametrize(
    "before",
    [
        *("", " ", "arXiv:", "arxiv: ", "https://arxiv.org/abs/", "http://www.arxiv.org/abs/", "arxiv.org/abs/"),
        *("https://export.arxiv.org/abs/", "https://arxiv.org/pdf/"),
    ],
)
@pytest.mark.parametrize("identifier", ["2309.10740", "2309.10740v2", "hep-th/9901001"])
def test_arxiv(before: str, identifier: str) -> None:
    assert bare_arxiv(f"{before}{identifier}") == identifier
    assert arxiv_url(f"{before}{identifier}") == f"https://arxiv.org/abs/{identifier}"


def test_the_file_of_a_preprint() -> None:
    assert bare_arxiv("https://arxiv.org/pdf/2309.10740v1.pdf") == "2309.10740v1"


@pytest.mark.parametrize("url", [doi_url(""), doi_url("doi: "), doi_url("https://doi.org/"), arxiv_url(" arXiv:")])
def test_nothing_leads_nowhere(url: str) -> None:
    assert url == ""


def test_no_link_to_what_is_no_address() -> None:
    assert doi_url("10.1000/1 82\n") == ""
