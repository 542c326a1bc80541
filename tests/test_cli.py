"""The command line as its users meet it: real processes, exit statuses, what goes to which stream."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from marsad.views.labels import label_languages

MARSAD = [sys.executable, "-c", "from marsad.cli import main; main()"]
ROOT = Path(__file__).parents[1]
ENGLISH = "Russia condemned the United States on Monday.\nThe foreign ministers of France and Germany met in Paris.\n"
ARABIC = "أدانت روسيا الولايات المتحدة يوم الاثنين.\nوالتقى وزيرا خارجية فرنسا وألمانيا في باريس.\n"
ROWS: list[dict[str, Any]] = [
    {"id": "en", "lang": "en", "date": "2024-11-28", "text": ENGLISH},
    {"id": "ar", "date": "2024-11-28", "text": ARABIC},
    {"id": "pair", "lang": "en", "text": ENGLISH, "pair": {"source": "Russia", "target": "the United States"}},
    {"text": "The minister \u202esaid\u202c\x00 it would leave."},
]
needs_labels = pytest.mark.skipif(not label_languages(), reason="no language has labels")


def run(*arguments: str | Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]), **env}
    return subprocess.run(
        [*MARSAD, *map(str, arguments)], input=stdin, capture_output=True, env=environment, timeout=120, check=False
    )


def said(result: subprocess.CompletedProcess[bytes]) -> str:
    return result.stderr.decode()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def test_help_names_every_command_and_shows_examples() -> None:
    result = run("--help")
    assert result.returncode == 0
    for word in (b"read", b"code", b"evaluate", b"explain", b"language", b"marsad read article.txt", b"Exit status"):
        assert word in result.stdout
    for command in ("read", "code", "evaluate", "explain"):
        assert f"marsad {command} ".encode() in run(command, "--help").stdout


def test_help_loads_nothing_costly() -> None:
    costly = ("msgspec", "babel", "numpy", "lxml")
    probe = f"import sys; from marsad.cli import main; print([m for m in {costly} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=ROOT)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["read", "none.txt"], "expected a file"),
        (["read", "ARTICLE", "--date", "2024-02-30"], "expected a date that exists"),
        (["read", "ARTICLE", "--lang", "xx"], "expected a language among"),
        (["read", "ARTICLE", "--ui", "xx"], "expected one of"),
        (["read"], "Missing argument"),
        (["read", "ARTICLE", "--nonsense"], "No such option"),
        (["nonsense"], "No such command"),
        (["code", "none.jsonl", "out.jsonl"], "none.jsonl"),
        (["code", "ARTICLE", "ARTICLE"], "expected another file"),
        (["code", "ARTICLE", "/no/such/folder/out.jsonl"], "expected a file that can be written"),
        (["code", "ARTICLE", "out.jsonl", "--jobs", "0"], "jobs"),
        (["evaluate", "ARTICLE", "--json", "--misses"], "got both"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wrong_usage_is_told_with_status_2(arguments: list[str], reason: str, article: Path) -> None:
    result = run(*(str(article) if a == "ARTICLE" else a for a in arguments))
    assert (result.returncode, result.stdout) == (2, b"")
    assert reason in said(result)
    assert "Traceback" not in said(result)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "got none"),
        (bytes(range(256)) * 8, "got binary data"),
        ("大臣は機構への参加を停止すると発表した".encode(), "unknown language"),
        (b"x" * 50_000_000, "at most 20,000,000 characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_article_that_cannot_be_read_is_told_with_status_1(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    result = run("read", path)
    assert (result.returncode, result.stdout) == (1, b"")
    assert said(result).startswith(f"marsad: {path}: ")
    assert reason in said(result)


def test_an_address_that_cannot_be_read_is_told_with_status_1() -> None:
    result = run("read", "ftp://example.org/article")
    assert result.returncode == 1
    assert "http://" in said(result)


def test_an_article_as_json_leads_back_to_its_text(article: Path) -> None:
    result = run("read", article, "--json", "--date", "2024-11-28")
    assert result.returncode == 0, said(result)
    value = json.loads(result.stdout)
    assert (value["article"]["text"], value["article"]["lang"], value["article"]["date"]) == (
        ENGLISH,
        "en",
        "2024-11-28",
    )
    assert value["article"]["chain"] == []
    assert value["records"]
    for record in value["records"]:
        evidence = record["evidence"]
        assert ENGLISH[evidence["start"] : evidence["end"]] == evidence["text"]
    assert run("read", article, "--json", "--date", "2024-11-28").stdout == result.stdout
    piped = json.loads(run("read", "-", "--json", "--date", "2024-11-28", stdin=ENGLISH.encode()).stdout)
    assert piped == value


@needs_labels
@pytest.mark.parametrize("ui", label_languages())
def test_the_brief_is_plain_and_whole_in_a_pipe(ui: str, article: Path) -> None:
    result = run("read", article, "--ui", ui, LANG="C", PYTHONIOENCODING="ascii")
    assert result.returncode == 0, said(result)
    assert ENGLISH.splitlines()[0] in result.stdout.decode()
    assert b"\x1b" not in result.stdout


def test_explaining_says_something(article: Path) -> None:
    result = run("explain", article, "--line", "0")
    assert result.returncode == 0, said(result)
    assert result.stdout.strip()


def test_coding_keeps_order_and_is_the_same_with_more_processes(rows: Path, tmp_path: Path) -> None:
    rows.write_text(
        rows.read_text(encoding="utf-8") + "".join(json.dumps({"text": f"{ENGLISH} {n}"}) + "\n" for n in range(40))
    )
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert (run("code", rows, one).returncode, run("code", rows, two, "--jobs", "2").returncode) == (0, 0)
    assert one.read_bytes() == two.read_bytes()
    coded = [json.loads(line) for line in one.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in coded[:3]] == ["en", "ar", "pair"]
    assert len(coded) == 44
    assert all({"id", "events", "records", "chain"} <= row.keys() for row in coded)
    assert [("relation" in row) for row in coded[:4]] == [False, False, True, False]
    condemned = [event for event in coded[0]["events"] if event["type"] == "ACCUSE"]
    assert [(event["actor"], event["recipient"], event["status"]) for event in condemned] == [
        (["RUS"], ["USA"], "actual")
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_rows_are_told_and_left_out_with_status_1(jobs: str, tmp_path: Path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = json.dumps(ROWS[0])
    bad = ["nonsense", '{"id": "x"}', '{"text": "Russia left.", "date": "2024-02-30"}', '{"text": "12"}', good]
    long = json.dumps({"id": "long", "text": "x" * 25_000_000})
    surrogate = '{"id": "s", "text": "The minister \\ud800 said it."}'
    path.write_text("\n".join([good, *bad, long, surrogate]), encoding="utf-8")
    result = run("code", path, out, "--jobs", jobs)
    assert result.returncode == 1
    numbers = [line.removeprefix(f"marsad: {path}:").partition(":")[0] for line in said(result).splitlines()]
    assert numbers == ["2", "3", "4", "5", "6", "7"]
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["en", "s"]


def test_one_line_of_5_mb_is_read(tmp_path: Path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text(json.dumps({"id": "long", "lang": "en", "text": "the bloc " * 555_000}), encoding="utf-8")
    assert run("code", path, out).returncode == 0
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "long"


def test_coding_from_and_to_a_pipe(rows: Path, tmp_path: Path) -> None:
    assert run("code", rows, tmp_path / "out.jsonl").returncode == 0
    result = run("code", "-", "-", stdin=rows.read_bytes())
    assert result.returncode == 0
    assert result.stdout == (tmp_path / "out.jsonl").read_bytes()


def test_evaluating_prints_a_table_json_or_what_went_wrong(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    fields = {"lang": "en", "text": ENGLISH, "scored": ["type", "source", "target"], "set": "mine"}
    events = [
        {"type": "ACCUSE", "source": ["RUS"], "target": ["USA"]},
        {"type": "AID", "source": ["FRA"], "target": []},
    ]
    other = {**fields, "id": "b", "lang": "xx", "events": []}
    path.write_text(f"{json.dumps({**fields, 'id': 'a', 'events': events})}\n{json.dumps(other)}\n", encoding="utf-8")
    table = run("evaluate", path, "--misses", "--false")
    assert table.returncode == 0, said(table)
    assert b"mine: 1 texts" in table.stdout
    assert b"MISSED (type) AID FRA > ?" in table.stdout
    assert "left out, in languages that can't be read: 1 xx" in said(table)
    scores = json.loads(run("evaluate", path, "--json", "--jobs", "2").stdout)
    assert scores["mine"]["types"]["ACCUSE"]["type"]["right"] == 1


def test_a_file_that_is_no_gold_set_is_told(article: Path) -> None:
    result = run("evaluate", article)
    assert result.returncode == 1
    assert f"{article}:1: expected a row of a gold set" in said(result)


def test_the_tables_of_the_languages_are_right() -> None:
    result = run("language", "check")
    assert result.returncode == 0, result.stdout.decode() + said(result)


def start(*arguments: str | Path, stdout: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    return subprocess.Popen(
        [*MARSAD, *map(str, arguments)], stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE, env=environment,
        preexec_fn=_interruptible,  # noqa: PLW1509 -- no threads run here
    )  # fmt: skip


def _interruptible() -> None:
    """Let SIGINT work again where the tests run in the background of a shell, which ignores it there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_closed_pipe_is_quiet(rows: Path) -> None:
    rows.write_text("".join(json.dumps({"text": f"{ENGLISH} {n}"}) + "\n" for n in range(300)), encoding="utf-8")
    process = start("code", rows, "-", stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_quiet(jobs: str) -> None:
    process = start("code", "-", "-", "--jobs", jobs, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.writelines(json.dumps({"text": f"{ENGLISH} {n}"}).encode() + b"\n" for n in range(400))
    process.stdin.flush()
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=60)[1]
    assert (process.returncode, errors) == (130, b"")


def test_a_file_without_rows_is_told(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n \n", encoding="utf-8")
    result = run("code", str(rows), str(tmp_path / "out.jsonl"))
    assert result.returncode == 0
    assert f"{rows}: expected rows of JSON, got none" in said(result)


def test_a_line_that_the_text_lacks_is_a_usage_error(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The minister of Ghana left on Monday.\nHe came back.", encoding="utf-8")
    result = run("explain", str(article), "--line", "2")
    assert result.returncode == 2
    assert "--line: expected 0 to 1" in said(result)
