"""What comes in: encodings, pages, rows of JSON, and everything that can be wrong with them."""

import datetime
import functools
import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from marsad.errors import InputError
from marsad.intake import (
    Options,
    article_from_bytes,
    article_from_file,
    article_from_url,
    articles_from_jsonl,
    articles_from_stream,
    parse_date,
)  # fmt: skip
from marsad.model.article import Article

LANGUAGES = ("ar", "en")
OPTIONS = Options(languages=LANGUAGES)
ARABIC = "أعلن وزير الخارجية تعليق مشاركة بلاده في المنظمة، ووصف القرار بأنه نهائي.\nوأضاف أن الوفد عاد إلى العاصمة."
ENGLISH = "The foreign minister said on Monday that the country would stay in the bloc.\r\nHe gave no date.\n"
PERSIAN = "وزیر خارجه می‌گوید کشورش عضویت خود را در این سازمان تعلیق نمی‌کند و گفت‌وگوها ادامه دارد. "


def read_bytes(data: bytes, *, page: bool = False, options: Options = OPTIONS) -> Article:
    return article_from_bytes(data, options, "input", page=page)


@pytest.mark.parametrize(
    ("text", "encoding", "lang"),
    [
        (ENGLISH, "ascii", "en"),
        (ARABIC, "utf-8", "ar"),
        (ARABIC, "utf-8-sig", "ar"),
        (ARABIC, "utf-16", "ar"),
        (ARABIC, "windows-1256", "ar"),
        ("The envoys met in “neutral” Geneva — again — to discuss a treaty.", "windows-1252", "en"),
    ],
)
def test_text_is_kept_exactly_as_decoded(text: str, encoding: str, lang: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode(encoding))
    article = article_from_file(path, OPTIONS)
    assert (article.text, article.lang) == (text, lang)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "got none"),
        (b" \n\t ", "got none"),
        (b"\xef\xbb\xbf", "got none"),
        (bytes(range(256)) * 20, "got binary data"),
        (b"%PDF-1.7 ...", "got a PDF file"),
        (b"PK\x03\x04rest", "got a ZIP archive"),
        (ENGLISH.encode("utf-16-le"), "without a byte order mark"),
        (b"\xff\xfe" + bytes(range(0xD8, 0xE0)) * 40, "byte order mark"),
        (bytes(range(128, 256)) * 30, "expected UTF-8 text"),
        (b"a" * 50_000_000, "at most 20,000,000 characters"),
        ("Министр заявил о приостановке участия в организации".encode(), "unknown language"),
        (b"12, 34 and 56"[:7], "without letters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as error:
        read_bytes(data)
    assert str(error.value).startswith("input: ")


def test_a_damaged_text_is_read_all_the_same() -> None:
    data = (ARABIC * 20).encode()
    article = read_bytes(data[:101] + data[102:-1])
    assert article.lang == "ar"
    assert "\ufffd" in article.text


def test_direction_controls_and_nul_stay_where_they_are() -> None:
    text = "The minister \u202esaid\u202c that \u2067قال\u2069 the\x00bloc would stay."
    assert read_bytes(text.encode()).text == text


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InputError, match="expected a file that can be read"):
            article_from_file(path, OPTIONS)


def test_ids_are_stable_and_depend_on_text_and_date() -> None:
    dated = Options(languages=LANGUAGES, date=datetime.date(2024, 11, 28))
    ids = [read_bytes(ENGLISH.encode(), options=o).id for o in (OPTIONS, OPTIONS, dated)]
    assert ids[0] == ids[1] != ids[2]
    assert read_bytes(ENGLISH.encode(), options=Options(languages=LANGUAGES, id="x")).id == "x"


def page(body: str, head: str = "") -> str:
    menu = "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}<article><p>{body}</p></article></body></html>"


def test_of_a_page_the_main_text_title_and_day_are_read() -> None:
    head = '<title>Site</title><meta property="og:title" content="Bloc">'
    head += '<meta property="article:published_time" content="2024-11-28T09:00:00Z">'
    article = read_bytes(page(ENGLISH * 6, head).encode())
    assert (article.title, article.date) == ("Bloc", datetime.date(2024, 11, 28))
    assert "The foreign minister said" in article.text
    assert "Sport" not in article.text


def test_a_page_may_name_its_encoding() -> None:
    html = page(ARABIC * 5, '<meta charset="windows-1256">')
    assert "وزير الخارجية" in read_bytes(html.encode("windows-1256"), page=True).text


@pytest.mark.parametrize("joiner", ["\u200c", "&zwnj;", "&#8204;", "&#x200c;"])
def test_joiners_survive_the_extraction(joiner: str) -> None:
    html = page((PERSIAN * 6).replace("\u200c", joiner))
    text = article_from_bytes(html.encode(), Options(languages=("fa",)), "input").text
    assert "می\u200cگوید" in text


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(InputError, match="without text"):
        read_bytes(b"<!doctype html><html><body></body></html>")


@pytest.mark.parametrize(
    "url", ["file:///etc/hosts", "ftp://example.org/x", "http://", "http://[::1", "http://127.0.0.1:1/closed"]
)
def test_addresses_that_cannot_be_read(url: str) -> None:
    with pytest.raises(InputError, match="expected"):
        article_from_url(url, OPTIONS)


class Server(BaseHTTPRequestHandler):
    """Answers with a page, an error, or a redirect to a file."""

    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hosts")
            self.end_headers()
            return
        self.send_response(200 if self.path.startswith("/%D8") else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page(ENGLISH * 6).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- named so by the base class
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_an_address_is_read_and_its_faults_are_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    article = article_from_url(f"{address}/أخبار", OPTIONS)
    assert (article.lang, article.outlet) == ("en", "127.0.0.1")
    with pytest.raises(InputError, match="status 404"):
        article_from_url(f"{address}/none", OPTIONS)
    with pytest.raises(InputError, match="expected a page"):
        article_from_url(f"{address}/away", OPTIONS)


@pytest.mark.parametrize(
    "value", ["2024-02-30", "30.11.2024", "2024-13-01", "20241128", "٢٠٢٤-١١-٢٨", 20241128, [], "-"]
)
def test_a_day_that_cannot_be(value: object) -> None:
    with pytest.raises(InputError, match="expected a date that exists"):
        parse_date(value, "input")


@pytest.mark.parametrize("value", ["2024-02-29", "2024-02-29T10:00:00Z", "2024-02-29 10:00"])
def test_a_day(value: str) -> None:
    assert parse_date(value, "input") == datetime.date(2024, 2, 29)


BAD_ROWS = [
    ("nonsense", "expected a JSON object"),
    ("[1]", "expected a JSON object"),
    ("[" * 100_000, "expected a JSON object"),
    ('{"id": "x"}', 'expected "text" to be a string, got no such field'),
    ('{"text": 5}', 'expected "text" to be a string, got 5'),
    ('{"text": ""}', "got none"),
    ('{"text": "The minister left.", "date": "2024-02-30"}', "expected a date that exists"),
    ('{"text": "The minister left.", "lang": "xx"}', "expected a language among ar, en, got 'xx'"),
    ('{"text": "The minister left.", "id": {}}', 'expected "id" to be a string'),
    ('{"text": "The minister left.", "title": 1}', 'expected "title" to be a string'),
    ('{"text": "The minister left.", "pair": {"source": "A"}}', 'expected "pair" to be'),
]


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS, ids=[reason for _, reason in BAD_ROWS])
def test_a_bad_row_is_told_and_the_rest_goes_on(row: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f"{row}\n\n" + '{"text": "The minister left the bloc."}', encoding="utf-8")
    (number, bad), (next_number, good) = articles_from_jsonl(path, LANGUAGES)
    assert (number, next_number) == (1, 3)
    assert isinstance(bad, InputError)
    assert isinstance(good, Article)
    assert str(bad).startswith(f"{path}:1: ")
    assert reason in str(bad)


def rows(*lines: bytes) -> list[Article | InputError]:
    return [item for _, item in articles_from_stream(io.BytesIO(b"\n".join(lines)), LANGUAGES, "rows")]


def test_rows_that_are_no_utf8_or_repeat_an_id() -> None:
    row = b'{"id": "a", "text": "The minister left the bloc."}'
    first, *bad = rows(b"\xef\xbb\xbf" + row, b'{"text": "\xff"}', row)
    assert isinstance(first, Article)
    assert [str(error) for error in bad] == [
        "rows:2: expected UTF-8, got byte 0xff at position 10",
        "rows:3: expected an id of its own, got 'a' as in row 1",
    ]


def test_surrogates_in_utf8_are_mended_or_marked() -> None:
    pair, lone = "\ud83d\ude00", "\ud800"
    data = f"The minister said {pair} on Monday that {lone} he left.".encode("utf-8", "surrogatepass")
    assert read_bytes(data).text == "The minister said \U0001f600 on Monday that \ufffd he left."


@pytest.mark.parametrize("value", ["0001-01-01", "1599-12-31", "9999-12-31"])
def test_dates_that_no_news_has_are_refused(value: str) -> None:
    with pytest.raises(InputError, match="expected a date of the years"):
        parse_date(value, "input")


def test_lone_surrogates_and_nul_keep_their_place() -> None:
    text = "The minister \ud800said\x00 that \udfff 😀 the bloc would stay."
    (article,) = rows(json.dumps({"id": "\udc00", "text": text, "pair": {"source": "\ud800", "target": "b"}}).encode())
    assert isinstance(article, Article)
    assert article.text == text.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd")
    assert (article.id, article.pair) == ("\ufffd", ("\ufffd", "b"))
    assert len(article.text) == len(text)


def test_one_long_line_is_one_row_and_too_long_a_text_is_told() -> None:
    row = functools.partial(json.dumps, ensure_ascii=False)
    long, longer, after = rows(*(row({"text": "The bloc " * n}).encode() for n in (600_000, 2_400_000, 1)))
    assert isinstance(long, Article)
    assert len(long.text) == 5_400_000
    assert isinstance(longer, InputError)
    assert "at most 20,000,000 characters" in str(longer)
    assert isinstance(after, Article)


def test_a_missing_file_of_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected a file that can be read"):
        list(articles_from_jsonl(tmp_path / "none.jsonl", LANGUAGES))
