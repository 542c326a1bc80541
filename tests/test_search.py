"""Full text search: folded, particles or not, phrases, newest first; the same on both databases."""

import datetime

import pytest
from storing import DAY, article

from marsad.errors import UsageError
from marsad.store.folding import LONGEST_WORD, indexed
from marsad.store.searching import Where
from marsad.store.store import Store

TEXTS = {
    "csto": ("en", "Armenia refused to pay its dues to the Collective Security Treaty Organization.", 1),
    "eu": ("en", "The European Union's envoy met ministers. Treaty talks on security went on.", 2),
    "ittihad": ("ar", "أعلن مسؤول في الاتحاد الأوروبي أن الدولة لن تدفع.", 3),
    "lil": ("ar", "وقال المسئول إن للاتحاد الأوروبي موقفا، وَقَّعَ الطرفان اتفاقا.", 4),
    "wash": ("ar", "اجتمع الوزراء في واشنطن وبالقاهرة أمس.", 5),
}


@pytest.fixture(scope="module")
def filled(shared_store: Store) -> Store:
    for name, (lang, text, days) in TEXTS.items():
        shared_store.add(article(text, name=name, lang=lang, date=DAY + datetime.timedelta(days)))
    return shared_store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("security", ["eu", "csto"]),
        ("SECURITY treaty", ["eu", "csto"]),
        ('"security treaty"', ["csto"]),
        ('"collective security" dues', ["csto"]),
        ("minister*", ["eu"]),
        ("minister", []),
        ("europ*", ["eu"]),
        ("اتحاد", ["lil", "ittihad"]),
        ("الاتحاد", ["lil", "ittihad"]),
        ("الإتحاد الاوروبى", ["lil", "ittihad"]),
        ('"الاتحاد الأوروبي"', ["lil", "ittihad"]),
        ('"الأوروبي الاتحاد"', []),
        ("مسؤول", ["lil", "ittihad"]),
        ("وقع", ["lil"]),
        ("دولة", ["ittihad"]),
        ("واشنطن", ["wash"]),
        ("القاهرة", ["wash"]),
        ("nowhere", []),
        ("security nowhere", []),
        ("Security's", []),
        ("Union's", ["eu"]),
    ],
)
def test_words_are_found(filled: Store, words: str, found: list[str]) -> None:
    assert [hit.article for hit in filled.search(words)] == found


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Where(lang="ar"), ["lil", "ittihad"]),
        (Where(since=DAY + datetime.timedelta(4)), ["lil"]),
        (Where(until=DAY + datetime.timedelta(3)), ["ittihad"]),
        (Where(about=("ARM",)), []),
    ],
    ids=str,
)
def test_a_search_is_limited(filled: Store, where: Where, found: list[str]) -> None:
    assert [hit.article for hit in filled.search("اتحاد", where=where)] == found


def test_a_search_about_a_state_asks_its_records(filled: Store) -> None:
    assert [hit.article for hit in filled.search("dues", where=Where(about=("ARM", "IGO:CSTO")))] == ["csto"]


def test_no_more_than_wanted_and_the_newest(filled: Store) -> None:
    assert [hit.article for hit in filled.search("اتحاد", limit=1)] == ["lil"]


def test_a_snippet_marks_what_was_found(filled: Store) -> None:
    (hit,) = filled.search('"الاتحاد الأوروبي" دولة')
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["الاتحاد", "الأوروبي", "الدولة"]
    assert hit.records == filled.count(article="ittihad")


@pytest.mark.parametrize("words", ["", " ", '""', "!?", '"'])
def test_nothing_to_search_for_is_told(filled: Store, words: str) -> None:
    with pytest.raises(UsageError, match="expected words"):
        filled.search(words)


@pytest.mark.parametrize("words", ["' OR 1=1", "a\\", 'x"y', "NEAR(a b)", "(a | b) & !c", "-a", "ﷺ", "\x00a"])
def test_signs_of_query_languages_mean_nothing(filled: Store, words: str) -> None:
    assert filled.search(words) == []


def test_only_the_current_version_is_found(store: Store) -> None:
    store.add(article("France met Germany in Paris.", name="a"))
    store.add(article("France met Germany in Berlin.", name="a", date=DAY + datetime.timedelta(1)))
    assert store.search("Paris") == []
    assert [hit.version for hit in store.search("Berlin")] == [2]


def test_endless_words_and_texts_are_kept(store: Store) -> None:
    text = "x" * 5000 + " " + " ".join(f"word{number}" for number in range(60_000))
    assert store.add(article(text, name="long")) == "new"
    assert [hit.article for hit in store.search("word17")] == ["long"]
    assert max(len(word) for word in indexed(text, "en").folded.split()) == LONGEST_WORD
