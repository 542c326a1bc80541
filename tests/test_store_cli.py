"""The commands on the store as their users meet them: exit statuses, JSON, what goes to which stream."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from storing import ARABIC, DAY, EDITED, ENGLISH
from typer.testing import CliRunner, Result

from marsad.cli.app import app


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Give a folder of two texts, rows, one of which is bad, and something that is no text."""
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "deep" / "two.txt").write_text(ARABIC, encoding="utf-8")
    rows = [{"id": "row", "text": EDITED, "date": "2024-11-21"}, {"id": "bad", "text": ""}]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("x", encoding="utf-8")
    return folder


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "store.db")


def run(*arguments: str | Path, **env: str) -> Result:
    """Return what a command gave; a fault of ours is raised."""
    return CliRunner().invoke(app, [*map(str, arguments)], env=env, catch_exceptions=False)


def answer(*arguments: str | Path, status: int = 0, **env: str) -> Any:
    result = run(*arguments, "--json", **env)
    assert result.exit_code == status, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_is_added_and_what_was_skipped_is_told(news: Path, db: str, jobs: str) -> None:
    first = answer("add", news, "--date", str(DAY), "--db", db, "--jobs", jobs, status=1)
    assert (first["new"], first["unchanged"], first["skipped"]) == (3, 0, 2)
    assert sorted(reason.partition(": ")[0] for reason in first["reasons"]) == [
        str(news / "picture.png"),
        f"{news / 'rows.jsonl'}:2",
    ]
    again = answer("add", news, "--date", str(DAY), "--db", db, status=1)
    assert (again["new"], again["unchanged"], again["records"]) == (0, 3, 0)


def test_an_edited_file_is_a_new_version(tmp_path: Path, db: str) -> None:
    path = tmp_path / "article.txt"
    for text, outcome in ((ENGLISH, "new"), (ENGLISH, "unchanged"), (EDITED, "version")):
        path.write_text(text, encoding="utf-8")
        assert answer("add", path, "--date", str(DAY), "--db", db)[outcome] == 1
    (hit,) = answer("search", "France", "--db", db)
    shown = answer("show", hit["article"], "--db", db)
    assert [version["current"] for version in shown["versions"]] == [False, True]
    assert shown["addresses"] == [str(path)]


def test_the_variable_names_the_store(news: Path, db: str) -> None:
    assert answer("add", news / "one.txt", MARSAD_DB=db)["store"] == db
    assert len(answer("search", "Moldova", MARSAD_DB=db)) == 1


def test_a_record_is_shown_reviewed_and_counted(news: Path, db: str) -> None:
    answer("add", news / "one.txt", "--date", str(DAY), "--db", db)
    listed = answer("review", "--kind", "standing", "--db", db)
    name = listed[0]["record"]["id"]
    plain = run("show", name[:10], "--db", db)
    assert plain.exit_code == 0
    for word in (name, "suspended", "rule", "version 1", "not reviewed"):
        assert word in plain.stdout
    assert "\x1b" not in plain.stdout
    decided = answer("review", name, "--reject", "--reason", "no", "--by", "me", "--db", db)
    assert (decided["verdict"], decided["live"], decided["reviews"][0]["reviewer"]) == ("rejected", False, "me")
    assert answer("review", "--stats", "--db", db)[0]["rejected"] == 1
    assert answer("review", "--kind", "standing", "--db", db) == []
    edited = answer("review", name, "--edit", '{"status": "planned"}', "--reason", "later", "--db", db)
    assert (edited["record"]["status"], edited["read"]["status"]) == ("planned", "actual")
    assert run("review", "--stats", "--db", db).stdout.splitlines()[-1].startswith("all\ten\t0\t0\t1")


def test_nothing_is_read_again_by_the_same_engine(news: Path, db: str) -> None:
    answer("add", news / "one.txt", "--db", db)
    assert answer("reread", "--db", db)["articles"] == 0
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE engines SET id = 'older'")
    connection.close()
    read = answer("reread", "--diff", "--db", db)
    assert (read["articles"], read["changed"], read["added"], read["gone"]) == (1, 0, 0, 0)
    assert read["same"] > 0


def test_a_store_out_of_step_is_noticed_and_repaired(news: Path, db: str) -> None:
    answer("add", news / "one.txt", "--db", db)
    assert all(finding["good"] for finding in answer("doctor", "--db", db)["findings"])
    with sqlite3.connect(db) as connection:
        connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
        connection.execute("UPDATE records SET live = 0")
    connection.close()
    wrong = [f for f in answer("doctor", "--db", db, status=1)["findings"] if not f["good"]]
    assert {finding["what"] for finding in wrong} == {"word index", "parties", "dyads", "records"}
    assert all("--repair" in finding["advice"] for finding in wrong)
    assert all(finding["good"] for finding in answer("doctor", "--repair", "--db", db)["findings"])


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (["add", "none.txt"], 2, "got no such file"),
        (["add", "ONE", "--date", "2024-02-30"], 2, "expected a date that exists"),
        (["add", "ONE", "--lang", "xx"], 2, "expected a language among"),
        (["search", "x", "--since", "2024-02-02", "--until", "2024-02-01"], 2, "expected a day not before 2024-02-02"),
        (["search", "x", "--about", "Armeniia"], 2, "did you mean ARM"),
        (["search", "!!"], 2, "expected words to search for"),
        (["show", "0123456789"], 2, "got '0123456789': no such one"),
        (["review", "--kind", "nonsense"], 2, "expected one of event"),
        (["review", "0123", "--reason", "x"], 2, "expected one of --accept"),
        (["review", "--accept", "--reason", "x"], 2, "expected the id of a record"),
        (["review", "0123", "--edit", "[", "--reason", "x"], 2, "--edit: expected JSON"),
        (["reread", "--lang", "xx"], 2, "expected a language among"),
        (["search", "x", "--db", "NONE"], 1, "`marsad add` makes one"),
        (["doctor", "--db", "ONE"], 1, "no SQLite database"),
        (["add", "ONE", "--db", "ONE"], 1, "no SQLite database"),
        (["add", "ONE", "--db", "mysql://localhost/x"], 1, "got mysql://"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_is_told(arguments: list[str], status: int, reason: str, news: Path, db: str) -> None:
    one = news / "one.txt"
    run("add", one, "--db", db)
    places = {"ONE": str(one), "NONE": str(news / "none.db")}
    result = run(*(places.get(a, a) for a in arguments), MARSAD_DB=db)
    assert (result.exit_code, result.stdout) == (status, "")
    assert reason in result.stderr
    assert one.read_text(encoding="utf-8") == ENGLISH


def test_importing_the_package_loads_no_database(tmp_path: Path) -> None:
    probe = "import sys, marsad; print([m for m in ('sqlalchemy', 'msgspec', 'alembic') if m in sys.modules])"
    import subprocess
    import sys

    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
