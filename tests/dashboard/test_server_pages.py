"""Pages as they are opened: what a message or a search engine shows of a link."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.web.server.starlette import starlette_app

from dashboard.corpus.source import corpus
from dashboard.export.evidence import claim_in_words
from dashboard.images.installed import OFF, VARIABLE
from dashboard.server import pages
from dashboard.server.below_pages import STREAMLITS
from dashboard.server.early import theme_kept
from dashboard.server.index_page import index_page
from dashboard.server.pages import PROMISE
from dashboard.server.settings import Settings
from dashboard.sitemap import PAGES, TITLE
from dashboard.view import View
from dashboard.words.facts import claimant
from data.catalog import CATALOG_VARIABLE
from tests.dashboard.asking import HOST, STREAMLIT, OpenedPage, Reply, Site, served_below
from tests.dashboard.conftest import write_catalog

BASE = f"http://{HOST}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    corpus()  # as a server has read it before visitors come: pages do not wait for tags for long
    with Site() as running:
        yield running


@pytest.fixture(autouse=True)
def a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures can be drawn, as far as anybody knows: tags are the same on every machine."""
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexit 1\n")
    browser.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(browser))


class Tags(dict[str, str]):
    """What the head of a page says, each name once."""

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        assert (reply.status, reply.media_type) == (200, "text/html")
        page = OpenedPage(reply.body)
        for meta in page.all("meta"):
            name = meta.attributes.get("property") or meta.attributes.get("name")
            if name and name != "viewport":
                assert name not in self, name
                self[name] = meta.attributes["content"]
        (title,) = page.all("title")
        self.title = title.text
        self.canonical = [
            link.attributes["href"]
            for link in page.all("link")
            if link.attributes.get("rel") == "canonical"
        ]
        self.tags = [each.tag for each in page.elements]
        self.words = page.all("noscript")[0].words


@pytest.mark.parametrize(
    ("address", "title", "link", "picture"),
    [
        ("/", TITLE, "/", "region-map.png?size=preview"),
        ("/facts", f"Facts – {TITLE}", "/facts", "region-map.png?size=preview"),
        ("/article", f"Article – {TITLE}", "/article", "region-map.png?size=preview"),
        ("/about", f"About – {TITLE}", "/about", "region-map.png?size=preview"),
        (
            "/?countries=TJK",
            f"Tajikistan – {TITLE}",
            "/?countries=TJK",
            "region-map.png?countries=TJK&size=preview",
        ),
        (
            "/facts?place=TJK&kinds=concern&nonsense=1&embed=true&utm_source=x",
            f"Facts – Tajikistan · Concerns – {TITLE}",
            "/facts?countries=TJK&kinds=concern",
            "region-map.png?countries=TJK&kinds=concern&size=preview",
        ),
        (
            "/?chart=timeline",
            f"Timeline of claims – {TITLE}",
            "/?chart=timeline",
            "timeline.png?size=preview",
        ),
        (
            "/?article=ibt-2021-07-09&chart=region-map",
            f"Map of claims – {TITLE}",
            "/?chart=region-map&article=ibt-2021-07-09",
            "region-map.png?size=preview",
        ),
    ],
)
def test_a_link_shows_what_it_is_about(
    site: Site, address: str, title: str, link: str, picture: str
) -> None:
    tags = Tags(site.get(address))
    assert tags.title == tags["og:title"] == tags["twitter:title"] == title
    assert tags.canonical == [BASE + link]
    assert tags["og:url"] == BASE + link
    assert tags["og:image"] == tags["twitter:image"] == f"{BASE}/charts/{picture}"
    assert tags["twitter:card"] == "summary_large_image"
    assert tags["og:description"] == tags["description"] == tags["twitter:description"]
    assert tags["description"].startswith(PROMISE)
    assert tags["og:image:alt"] == tags["twitter:image:alt"]
    assert tags.words.startswith(title)


def test_filters_are_told_with_their_count(site: Site) -> None:
    whole, some = (Tags(site.get(f"/?{query}"))["description"] for query in ("", "countries=TJK"))
    facts = len(corpus().facts)
    assert f" {facts} facts, as of 9 July 2021." in whole
    assert f" of {facts} facts: Tajikistan, as of 9 July 2021." in some


def test_a_chosen_fact_is_shown_with_its_sentence_and_claimant(site: Site) -> None:
    everything = corpus()
    assert everything.facts
    for fact_id, fact in everything.facts.items():
        tags = Tags(site.get(f"/?fact={fact_id}"))
        assert tags.title.startswith(claim_in_words(fact)[:200])
        assert tags["description"].startswith(f"“{fact.quote[:250]}")
        assert claimant(fact, everything.articles[fact.article_id]) in tags["description"]


def test_without_a_browser_no_picture_is_promised(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, OFF)
    tags = Tags(site.get("/"))
    assert tags["twitter:card"] == "summary"
    assert not [name for name in tags if "image" in name]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "fact={fact}",
        "sources=made-up",
        "article=made-up",
        "chart=timeline&fact={fact}&sources=made-up",
        'countries="><script>alert(1)</script>',
        "countries=%22%3E%3Cscript%3E",
    ],
)
@pytest.mark.parametrize("page", ["", "facts", "article"])
def test_hostile_words_stay_in_their_attribute(
    site: Site, page: str, query: str, hostile_catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus().kept.pop("reference figures", None)  # a head names those that tests before have drawn
    usual = Tags(site.get(f"/{page}"))
    monkeypatch.setenv(CATALOG_VARIABLE, str(hostile_catalog))
    for fact in corpus().facts:
        tags = Tags(site.get(f"/{page}?{query.format(fact=fact)}"))
        assert tags.tags == usual.tags
        assert tags.keys() == usual.keys()


def test_hostile_words_are_still_told(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'Over 40 guards fled to Tajikistan "><script>alert(1)</script></noscript></title>.'
    catalog = write_catalog(tmp_path, title="Guards", text=text)
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog))
    usual = Tags(site.get("/"))
    (fact,) = corpus().facts.values()
    chosen = Tags(site.get(f"/?fact={fact.fact_id}"))
    assert text in chosen["description"]
    assert text in chosen.words
    assert chosen.tags == usual.tags
    assert "**Daily** :red[Example]" in Tags(site.get("/?sources=made-up")).title


def assert_is_plain(reply: Reply) -> None:
    """The page without tags of a view, as good for a browser as any."""
    assert reply.status == 200
    page = OpenedPage(reply.body)
    assert page.all("title")[0].text == TITLE
    usual = OpenedPage(index_page().encode())
    *theirs, ours = [each.attributes for each in page.all("script")]
    assert theirs == [each.attributes for each in usual.all("script")]
    assert f'<script src="{ours["src"]}"' in theme_kept(PAGES)
    assert "og:title" not in reply.text
    assert reply.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("address", ["/", "/facts?countries=TJK", "/article", "/about"])
def test_a_page_opens_when_the_data_cannot_be_read(
    site: Site, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CATALOG_VARIABLE, str(tmp_path / "gone.toml"))
    assert_is_plain(site.get(address))


def test_a_page_opens_when_the_code_makes_a_mistake(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "preview_of", lambda *_: 1 / 0)
    assert_is_plain(site.get("/"))


def test_a_page_opens_when_reading_takes_too_long(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go, preview_of = threading.Event(), pages.preview_of

    def slow(view: View, page: str, base: str) -> pages.Preview:
        assert may_go.wait(60)
        return preview_of(view, page, base)

    monkeypatch.setattr(pages, "preview_of", slow)
    monkeypatch.setattr(pages, "LONGEST_S", 0.05)
    try:
        assert_is_plain(site.get("/"))
    finally:
        may_go.set()


@pytest.mark.parametrize(
    ("public", "base_path", "root_path", "scheme", "host", "below", "told"),
    [
        ("", "", "", "http", HOST, "", "http://localhost:8501"),
        ("", "", "", "https", "x.streamlit.app", "", "https://x.streamlit.app"),
        ("", "", "", "http", "[::1]:8501", "", "http://[::1]:8501"),
        ("", "", "", "http", None, "", "http://127.0.0.1:8501"),
        ("", "map", "", "http", HOST, "/map", "http://localhost:8501/map"),
        ("", "/a/map/", "", "http", HOST, "/a/map", "http://localhost:8501/a/map"),
        ("", "", "/app", "http", HOST, "/app", "http://localhost:8501/app"),
        ("", "map", "/app", "http", HOST, "/app/map", "http://localhost:8501/app/map"),
        ("https://w.example.org", "", "", "http", HOST, "", "https://w.example.org"),
        ("https://w.example.org/x", "map", "", "http", HOST, "/map", "https://w.example.org/x"),
        ("https://w.example.org/x", "", "/app", "http", HOST, "/app", "https://w.example.org/x"),
    ],
)
def test_links_start_where_the_dashboard_is(
    public: str,
    base_path: str,
    root_path: str,
    scheme: str,
    host: str | None,
    below: str,
    told: str,
) -> None:
    with served_below(base_path), Site(Settings(public_url=public)) as served:

        def get(address: str) -> Reply:
            return served.get(below + address, host=host, scheme=scheme, root_path=root_path)

        for page in ("/", "/facts"):
            tags = Tags(get(page))
            assert tags.canonical == [told + page]
            assert tags["og:image"] == f"{told}/charts/region-map.png?size=preview"
        assert get("/facts.json").json[0]["link"].startswith(f"{told}/?fact=")
        assert get("/healthz").status == 200
        assert get("/charts/none.csv").status == 404
        assert STREAMLIT in get("/other").text
        if base_path:
            for address in ("/facts", "/mapfacts", "/healthz"):
                assert STREAMLIT in served.get(root_path + address, root_path=root_path).text


def test_who_reads_without_scripts_is_led_to_the_report(site: Site) -> None:
    page = OpenedPage(site.get("/facts").body)
    (noscript,) = page.all("noscript")
    assert "needs JavaScript" in noscript.words
    assert page.links == ["report.html"]  # beside every page, below whatever path that is


@pytest.mark.parametrize("base", ["", "/withdrawal"])
@pytest.mark.parametrize("path", ["claims/more", "a/b/", "a/<b>?countries=TJK"])
def test_below_a_page_there_is_nothing_and_the_way_to_the_overview(
    site: Site, base: str, path: str
) -> None:
    with served_below(base):
        reply = site.get(f"{base}/{path}")
    assert reply.status == 404
    page = OpenedPage(reply.body)
    assert page.all("h1")[0].text == "No page (404)"
    assert f"no page called “{path.partition('?')[0]}”" in page.all("p")[0].text
    (way_on,) = page.all("a")
    assert way_on.attributes["href"] == f"http://{HOST}{base}/"
    assert not page.all("script")


@pytest.mark.parametrize("path", ["/claims/", "/media/data.json", "/_stcore/health", "/no-page"])
def test_what_may_be_streamlits_is_left_to_it(site: Site, path: str) -> None:
    assert site.get(path).status == 200
    folders = {prefix.strip("/") for prefix in starlette_app._RESERVED_ROUTE_PREFIXES}
    assert folders <= STREAMLITS
