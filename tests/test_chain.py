"""The chain of an article: outlets from the nearest, which passed the report on, to the origin."""

import pytest

from marsad.model.article import Article
from marsad.reading import read

CHAINS = [
    ("en", "Peru leaves, he said in an interview with Kathimerini that Tanjug reprinted.", "tanjug kathimerini"),
    ("en", "Peru leaves, its minister told Kathimerini, according to the MENA news agency.", "mena kathimerini"),
    ("en", "Kathimerini said it, which TASS summed up and Tanjug picked up from it.", "tanjug tass kathimerini"),
    ("ru", "Перу выйдет, сказал он в интервью газете «Катимерини», которое перепечатал Танюг.", "tanjug kathimerini"),
    ("ru", "Перу выйдет, рассказал министр газете «Катимерини», передаёт агентство Танюг.", "tanjug kathimerini"),
    ("ar", "قال في مقابلة مع صحيفة «كاثيميريني» نقلتها وكالة «تانيوغ» إن بيرو ستنسحب.", "tanjug kathimerini"),
    ("fa", "او در گفت‌وگو با روزنامه کاتیمرینی که تانیوگ آن را بازنشر کرد، گفت پرو می‌رود.", "tanjug kathimerini"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "links"), CHAINS)
def test_who_passed_on_a_report_stands_before_whom_it_came_from(lang: str, text: str, links: str) -> None:
    chain = read(Article(id="chain", text=text, lang=lang)).chain
    assert [link.id for link in chain] == links.split()
